package io.wirewatch.app.page;

import io.wirewatch.replay.finding.Compared;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times in sentences. */
final class Words {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /** {@code 1 place}, {@code 1,200 places}. */
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** {@code 1,200}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 12 alerts: 3 gained, 1 lost, 8 same}. */
  static String compared(Compared alerts) {
    return String.format(
        Locale.ROOT,
        "%s: %,d gained, %,d lost, %,d same",
        count(alerts.all(), "alert"),
        alerts.gained(),
        alerts.lost(),
        alerts.same());
  }

  /** {@code +3}, {@code 0}. */
  static String more(long number) {
    return number == 0 ? "0" : "+" + number(number);
  }

  /** {@code −3}, {@code 0}. */
  static String fewer(long number) {
    return number == 0 ? "0" : "−" + number(number);
  }

  /** {@code 0.812}; a dash where it is not a number. */
  static String share(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.3f", share);
  }

  /** {@code 2026-01-31 08:05 UTC}. */
  static String time(Instant time) {
    return MINUTES.format(time) + " UTC";
  }

  /** {@code 64%}. */
  static String percent(double part) {
    return Math.round(part * 100) + "%";
  }
}
