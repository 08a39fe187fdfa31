package io.wirewatch.contract.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 30s}, {@code 5m}, {@code 6h}, {@code 1d}. */
public final class Spans {
  private static final Pattern SIMPLE = Pattern.compile("(\\d{1,6})\\s*([smhd])");

  private Spans() {}

  /** A span; as ISO 8601 writes it too ({@code PT5M}). Empty where it is none. */
  public static Optional<Duration> parse(String text) {
    Matcher simple = SIMPLE.matcher(text.strip().toLowerCase(Locale.ROOT));
    try {
      return Optional.of(
          simple.matches()
              ? Duration.parse(
                  (simple.group(2).equals("d") ? "P" : "PT") + simple.group(1) + simple.group(2))
              : Duration.parse(text.strip()));
    } catch (DateTimeParseException wrong) {
      return Optional.empty();
    }
  }

  /** A span in its largest whole unit: {@code 90 seconds}, {@code 7 days}. */
  public static String words(Duration span) {
    long seconds = span.toSeconds();
    if (seconds >= 86_400 && seconds % 86_400 == 0) {
      return counted(seconds / 86_400, "day");
    }
    if (seconds >= 3600 && seconds % 3600 == 0) {
      return counted(seconds / 3600, "hour");
    }
    return seconds >= 60 && seconds % 60 == 0
        ? counted(seconds / 60, "minute")
        : counted(seconds, "second");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
