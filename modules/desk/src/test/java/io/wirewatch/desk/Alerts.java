package io.wirewatch.desk;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Alerts that a matcher is asked about. */
final class Alerts {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Alerts() {}

  /** A high alert of the rule flood, in English, from nowhere in particular; then as is said. */
  static Alert anAlert(Consumer<Alert.Builder> otherwise) {
    Alert.Builder alert =
        Alert.newBuilder()
            .setId("a")
            .setStatus(AlertStatus.NEW)
            .setRule("flood")
            .setRuleVersion("1")
            .setRuleSet("1")
            .setSeverity(Severity.HIGH)
            .setArticle("article-a")
            .setRevision(1)
            .setHeadline("Water rises")
            .setSource("Morning Wire")
            .setLanguage("en")
            .setObservedAt(NOON)
            .setEventTime(NOON)
            .setRegions(List.of())
            .setMatches(List.of());
    otherwise.accept(alert);
    return alert.build();
  }

  /** Countries, by codes of two letters, and divisions. */
  static List<Region> regions(String... codes) {
    return Stream.of(codes)
        .map(
            code ->
                new Region(
                    code,
                    code.length() == 2 ? RegionLevel.COUNTRY : RegionLevel.ADMIN1,
                    code,
                    code.substring(0, 2),
                    33.0,
                    44.0,
                    0.5))
        .toList();
  }
}
