package io.wirewatch.ingest.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a finding says, for people. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  /** Nothing came. */
  static String silent(Instant since, Instant now, double expected) {
    return "nothing for "
        + length(Duration.between(since, now))
        + ", since "
        + TIME.format(since)
        + "; in these hours of the week "
        + count(expected)
        + " would have come";
  }

  /** Something came again. */
  static String talking(Instant since, Instant now) {
    return "talking again, after " + length(Duration.between(since, now)) + " of silence";
  }

  static String rejecting(int run) {
    return "the last " + run + " items were all rejected, and most are good otherwise";
  }

  static String accepted(Instant since, Instant now) {
    return "an item is good again, after " + length(Duration.between(since, now));
  }

  static String constant(int run) {
    return "the last "
        + run
        + " items say what others said, word for word, and most are different otherwise;"
        + " is it a notice in place of the article?";
  }

  static String different(Instant since, Instant now) {
    return "an item has a text of its own again, after " + length(Duration.between(since, now));
  }

  private static String count(double expected) {
    long items = Math.round(expected);
    return items == 1 ? "1 item" : items + " items";
  }

  /** In the two largest units at most. */
  private static String length(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    long hours = minutes / 60;
    if (hours >= 72) {
      return hours / 24 + " days";
    }
    if (hours >= 6) {
      return hours + " h";
    }
    return hours == 0 ? minutes + " min" : hours + " h " + minutes % 60 + " min";
  }
}
