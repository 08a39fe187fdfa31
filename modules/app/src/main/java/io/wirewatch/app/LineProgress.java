package io.wirewatch.app;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How far work on lines of articles is: how many are done, how fast, and, where the size of the
 * input is known, which part of it and how long the rest takes.
 */
final class LineProgress implements AutoCloseable {
  /** The size of an input that may have no end. */
  static final long UNKNOWN = 0;

  private static final int BAR = 10;

  private final ProgressLine shown;
  private final long size;
  private final AtomicLong articles = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private int looks;

  /**
   * Progress that nobody sees yet.
   *
   * @param size of the input, in bytes, or {@link #UNKNOWN}
   */
  LineProgress(Screen screen, long size) {
    this.shown = new ProgressLine(screen, this::line);
    this.size = size;
  }

  /** Shows from now on, until it is closed. */
  void start() {
    shown.start();
  }

  /** One article more. */
  void article() {
    articles.incrementAndGet();
  }

  /** A line of the input is done, whatever was in it. */
  void bytes(long count) {
    bytes.addAndGet(count);
  }

  /** What a timer does every 200 ms. */
  void look() {
    shown.look();
  }

  @Override
  public void close() {
    shown.close();
  }

  private @Nullable String line() {
    long done = articles.get();
    long read = bytes.get();
    if (read == 0) {
      return null;
    }
    double seconds = ProgressLine.LOOK.multipliedBy(++looks).toMillis() / 1e3;
    String counted =
        String.format(Locale.ROOT, "articles: %,d done · %,.0f a second", done, done / seconds);
    return size == UNKNOWN ? counted : counted + " · " + part(read, seconds);
  }

  private String part(long read, double seconds) {
    double part = Math.min(1, (double) read / size);
    int full = (int) (part * BAR);
    return "%s%s %d%% · %s left"
        .formatted(
            "█".repeat(full),
            "░".repeat(BAR - full),
            (int) (part * 100),
            time(Duration.ofSeconds(Math.round(seconds / part - seconds))));
  }

  static String time(Duration left) {
    if (left.toMinutes() == 0) {
      return left.toSeconds() + " s";
    }
    return left.toHours() == 0 ? left.toMinutes() + " min" : left.toHours() + " h";
  }
}
