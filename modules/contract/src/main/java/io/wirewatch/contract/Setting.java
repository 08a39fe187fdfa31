package io.wirewatch.contract;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that a user can set.
 *
 * @param key its name in a properties file; in the environment {@code WIREWATCH_} and the key in
 *     capitals, dots as underscores
 * @param fallback what holds where nobody sets it, as text
 * @param range which values are legal, with their unit, for people
 * @param doc what it does, in one line
 */
public record Setting<T>(
    String key, String fallback, String range, String doc, Function<String, T> parser) {

  /** A setting of any text. */
  public static Setting<String> text(String key, String fallback, String range, String doc) {
    return new Setting<>(key, fallback, range, doc, text -> text);
  }

  /** A whole number from {@code least} to {@code most}. */
  public static Setting<Integer> count(String key, int fallback, Range range, String doc) {
    return new Setting<>(
        key,
        Integer.toString(fallback),
        range.toString(),
        doc,
        legal(Integer::parseInt, number -> range.least <= number && number <= range.most));
  }

  /** A span of time, written as ISO 8601 does: {@code PT30S}, {@code P7D}. */
  public static Setting<Duration> duration(String key, Duration fallback, String doc) {
    return new Setting<>(
        key,
        written(fallback),
        "a duration above zero, as in PT30S or P7D",
        doc,
        legal(Duration::parse, span -> !span.isNegative() && !span.isZero()));
  }

  /** The legal whole numbers of a setting, both ends included. */
  public record Range(int least, int most, String unit) {
    @Override
    public String toString() {
      return least + " to " + most + " " + unit;
    }
  }

  /**
   * Reads a value.
   *
   * @throws InvalidSettingException where the text is outside the range; the message names the key
   *     and the range, not the value, which may be a secret
   */
  T parse(String text) {
    try {
      return parser.apply(text.strip());
    } catch (IllegalArgumentException | java.time.format.DateTimeParseException wrong) {
      throw new InvalidSettingException(key, range);
    }
  }

  private static <T> Function<String, T> legal(Function<String, T> read, Predicate<T> legal) {
    return text -> {
      T value = read.apply(text);
      if (!legal.test(value)) {
        throw new IllegalArgumentException("out of range");
      }
      return value;
    };
  }

  private static String written(Duration span) {
    return span.toHours() % 24 == 0 && span.toDays() > 0
        ? "P" + span.toDays() + "D"
        : span.toString();
  }
}
