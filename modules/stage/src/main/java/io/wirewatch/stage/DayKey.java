package io.wirewatch.stage;

/** A day and a key as one text, {@code 120321/<key>}, which sorts as the days do. */
public final class DayKey {
  // All days have as many digits.
  private static final long SIX_DIGITS = 100_000;

  private DayKey() {}

  /**
   * Both as one.
   *
   * @param day since 1970
   */
  public static String of(long day, String key) {
    return SIX_DIGITS + day + "/" + key;
  }

  /** Before all keys of a day, and behind those of the days before. */
  static String first(long day) {
    return of(day, "");
  }

  /** The day of both. */
  public static long day(String dayKey) {
    return Long.parseLong(dayKey, 0, dayKey.indexOf('/'), 10) - SIX_DIGITS;
  }

  /** The key of both. */
  public static String key(String dayKey) {
    return dayKey.substring(dayKey.indexOf('/') + 1);
  }
}
