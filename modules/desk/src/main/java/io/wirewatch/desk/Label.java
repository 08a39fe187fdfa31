package io.wirewatch.desk;

import io.wirewatch.Alert;
import io.wirewatch.Region;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What matchers can ask of an alert. */
public enum Label {
  RULE(alert -> List.of(alert.getRule())),
  SEVERITY(alert -> List.of(lower(alert.getSeverity()))),
  REGION(alert -> alert.getRegions().stream().map(Region::getCode).toList()),
  SOURCE(alert -> List.of(alert.getSource())),
  LANGUAGE(alert -> List.of(alert.getLanguage())),
  ROUTE(alert -> single(alert.getRoute()));

  @SuppressWarnings("ImmutableEnumChecker") // Without state.
  private final Function<Alert, List<String>> values;

  Label(Function<Alert, List<String>> values) {
    this.values = values;
  }

  /**
   * Its values of an alert, never none: an alert without a region has the empty text. Only {@code
   * region} has several: every code of the alert.
   */
  public List<String> of(Alert alert) {
    List<String> all = values.apply(alert);
    return all.isEmpty() ? List.of("") : all;
  }

  /** As files call it. */
  public String word() {
    return lower(this);
  }

  /** The label that files call so. */
  public static Optional<Label> named(String word) {
    return Stream.of(values()).filter(label -> label.word().equals(word)).findFirst();
  }

  /** All of them, for people. */
  public static String words() {
    return Stream.of(values()).map(Label::word).collect(Collectors.joining(", "));
  }

  /** A constant as people write it. */
  public static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> single(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}
