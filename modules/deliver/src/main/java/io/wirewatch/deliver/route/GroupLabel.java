package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.desk.Label;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What alerts can be told together by. */
public enum GroupLabel {
  INCIDENT(Incident::getId),
  ALERT(incident -> incident.getAlert().getId()),
  RULE(incident -> incident.getAlert().getRule()),
  SEVERITY(incident -> Label.lower(incident.getAlert().getSeverity())),
  REGION(incident -> country(incident.getAlert())),
  SOURCE(incident -> incident.getAlert().getSource()),
  LANGUAGE(incident -> incident.getAlert().getLanguage());

  /** The name of a group that takes everything. */
  static final String ALL = "all";

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int LONGEST_SLUG = 40;
  private static final int HASH = 16;

  @SuppressWarnings("ImmutableEnumChecker") // Without state.
  private final Function<Incident, String> value;

  GroupLabel(Function<Incident, String> value) {
    this.value = value;
  }

  /** As files call it. */
  public String word() {
    return Label.lower(this);
  }

  /** The label that files call so. */
  static Optional<GroupLabel> named(String word) {
    return Stream.of(values()).filter(label -> label.word().equals(word)).findFirst();
  }

  /** All of them, for people. */
  static String words() {
    return Stream.of(values()).map(GroupLabel::word).collect(Collectors.joining(", "));
  }

  /** The values of an alert by the labels' words, in the order of this enum. */
  static Map<String, String> values(List<GroupLabel> labels, Incident incident) {
    Map<GroupLabel, String> values = new EnumMap<>(GroupLabel.class);
    labels.forEach(label -> values.put(label, label.value.apply(incident)));
    Map<String, String> named = new java.util.LinkedHashMap<>();
    values.forEach((label, value) -> named.put(label.word(), value));
    return named;
  }

  /**
   * The name of a group: {@code rule=flood,region=IQ}. The same values make the same name, others
   * another; letters of ASCII, digits and {@code ._-=,~} alone.
   */
  static String name(Map<String, String> values) {
    return values.isEmpty()
        ? ALL
        : values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + safe(entry.getValue()))
            .collect(Collectors.joining(","));
  }

  private static String safe(String value) {
    if (SAFE.matcher(value).matches()) {
      return value;
    }
    String slug = value.replaceAll("[^A-Za-z0-9._-]", "-");
    return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG))
        + "~"
        + Fingerprint.of(value).substring(0, HASH);
  }

  /** The heaviest country; {@code none} where there is none. */
  private static String country(Alert alert) {
    List<Region> regions = alert.getRegions();
    return regions.stream()
        .filter(region -> region.getLevel() == RegionLevel.COUNTRY)
        .findFirst()
        .or(() -> regions.stream().findFirst())
        .map(Region::getCountry)
        .orElse("none");
  }
}
