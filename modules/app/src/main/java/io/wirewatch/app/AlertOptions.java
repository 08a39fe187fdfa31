package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An alert that a user describes. */
final class AlertOptions {
  @Option(names = "--rule", paramLabel = "ID", description = "Its rule.")
  private @Nullable String rule;

  @Option(
      names = "--severity",
      paramLabel = "low|medium|high|critical",
      description = "Its severity (default: medium).")
  private @Nullable Severity severity;

  @Option(
      names = "--region",
      split = ",",
      paramLabel = "CODE,…",
      description = "Its regions, the heaviest first: IQ-AN,IQ.")
  private List<String> regions = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Its source.")
  private @Nullable String source;

  @Option(names = "--language", paramLabel = "CODE", description = "Its language (default: en).")
  private @Nullable String language;

  boolean isGiven() {
    return rule != null
        || severity != null
        || source != null
        || language != null
        || !regions.isEmpty();
  }

  /** The alert, as if it came then. */
  Alert alert(Instant at) {
    return Alert.newBuilder()
        .setId("example")
        .setStatus(AlertStatus.NEW)
        .setRule(rule == null ? "example" : rule)
        .setRuleVersion("")
        .setRuleSet("")
        .setSeverity(severity == null ? Severity.MEDIUM : severity)
        .setArticle("example")
        .setRevision(1)
        .setHeadline("")
        .setSource(source == null ? "" : source)
        .setLanguage(language == null ? "en" : language)
        .setObservedAt(at)
        .setEventTime(at)
        .setRegions(regions.stream().map(AlertOptions::region).toList())
        .setMatches(List.of())
        .build();
  }

  static Region region(String code) {
    boolean country = code.length() == 2;
    int dash = code.indexOf('-');
    return new Region(
        code,
        country ? RegionLevel.COUNTRY : dash > 0 ? RegionLevel.ADMIN1 : RegionLevel.PLACE,
        code,
        dash > 0 ? code.substring(0, dash) : country ? code : "",
        0.0,
        0.0,
        0.0);
  }
}
