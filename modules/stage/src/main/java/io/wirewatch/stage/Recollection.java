package io.wirewatch.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a step remembers of each key: for the given number of days of stream time after it was last
 * told, and less than one day more.
 */
public final class Recollection<V> {
  /* Why not a window store: its changelog is cut by the broker's clock, so that articles of last year would be forgotten
   * while they are replayed; and it drops what is older than the stream, so that a late article would never be known again.
   *
   * Here a value lies under the day (of stream time) on which it was told: "120321/<key>". To recall a key is at most one
   * look-up a day of memory, most of them answered by a filter in memory; to forget a day is one range of keys. Stream
   * time never goes back, so the same input is remembered in the same way, live or replayed.
   *
   * What is too old is not recalled, so it can be taken away little by little. A whole day at once, when the first article
   * of the next one comes, would be millions of keys at a thousand articles a second: the stage would stand still for longer
   * than its transaction may. */
  private static final int RECALLS_A_SWEEP = 64;
  private static final int MOST_A_SWEEP = 256;

  private final Memory<V> store;
  private final long days;
  private long forgottenBefore = Long.MIN_VALUE;
  private String swept = DayKey.first(0);
  private int recallsToSweep;

  /** Remembers in what this alone uses. */
  public Recollection(Memory<V> store, Duration span) {
    this.store = store;
    this.days = Math.max(1, span.toDays());
  }

  /** The last value that was told of a key within the span. */
  public Optional<V> recall(String key, long streamTimeMillis) {
    long today = day(streamTimeMillis);
    forgetBefore(today - days);
    for (long day = today; day >= Math.max(0, today - days); day--) {
      V value = store.get(day, key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Tells a value; it takes the place of what was told before. */
  public void remember(String key, V value, long streamTimeMillis) {
    store.put(day(streamTimeMillis), key, value);
  }

  private void forgetBefore(long day) {
    if (day <= forgottenBefore || day <= 0 || recallsToSweep-- > 0) {
      return;
    }
    recallsToSweep = RECALLS_A_SWEEP - 1;
    String last = store.forget(swept, day, MOST_A_SWEEP);
    if (last == null) {
      forgottenBefore = day;
      recallsToSweep = 0;
    } else {
      swept = last;
    }
  }

  private static long day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(Math.max(0, millis)), ZoneOffset.UTC)
        .toEpochDay();
  }
}
