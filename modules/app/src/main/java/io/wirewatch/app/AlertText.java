package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Match;
import io.wirewatch.Region;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert for a person at a terminal: what, where, who says so, and which words. */
final class AlertText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_REGIONS = 4;
  private static final int MOST_MATCHES = 6;

  private AlertText() {}

  static String lines(Alert alert) {
    String regions =
        alert.getRegions().stream()
            .limit(MOST_REGIONS)
            .map(Region::getCode)
            .collect(Collectors.joining(" "));
    String words =
        alert.getMatches().stream()
            .limit(MOST_MATCHES)
            .map(AlertText::match)
            .collect(Collectors.joining(", "));
    String what =
        alert.getStatus() == AlertStatus.RETRACTED ? "taken back" : lower(alert.getSeverity());
    return "%s  %s (%s)  %s  %s%n    %s%n    %s"
        .formatted(
            TIME.format(alert.getEventTime()),
            Printable.line(alert.getRule()),
            what,
            Printable.line(alert.getSource()),
            regions.isEmpty() ? "no region" : regions,
            Printable.line(alert.getHeadline()),
            words.isEmpty() ? "the article no longer says so" : Printable.line(words));
  }

  private static String match(Match match) {
    return "“%s” (%s %d–%d)"
        .formatted(match.getText(), lower(match.getField()), match.getStart(), match.getEnd());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
