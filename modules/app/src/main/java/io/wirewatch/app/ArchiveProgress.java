package io.wirewatch.app;

import io.wirewatch.replay.archive.Archiver;
import java.time.Duration;
import java.util.Locale;

/**
 * How far an archive is: records, their rate, and the time left if the topic is read to its end.
 */
final class ArchiveProgress {
  private final Archiver archiver;
  private final long expected;
  private final long startNanos = System.nanoTime();

  /**
   * Progress of an archive that begins now.
   *
   * @param expected how many records are read at most
   */
  ArchiveProgress(Archiver archiver, long expected) {
    this.archiver = archiver;
    this.expected = expected;
  }

  /** One line. */
  String line() {
    long read = archiver.read();
    double seconds = Math.max(0.001, (System.nanoTime() - startNanos) / 1e9);
    String line =
        String.format(
            Locale.ROOT,
            "archive: %,d records read · %,d copied · %,.0f a second",
            read,
            archiver.copied(),
            read / seconds);
    if (expected <= 0 || read == 0) {
      return line;
    }
    double part = Math.min(1, (double) read / expected);
    return line
        + " · %d%% · at most %s left"
            .formatted(
                (int) (part * 100),
                LineProgress.time(Duration.ofSeconds(Math.round(seconds / part - seconds))));
  }
}
