package io.wirewatch.app;

import io.wirewatch.replay.archive.Archiver;
import java.util.Locale;

/**
 * How far an archive is: records, their rate, and the time left if the topic is read to its end.
 */
final class ArchiveProgress {
  private final Archiver archiver;
  private final Pace pace;

  /**
   * Progress of an archive that begins now.
   *
   * @param expected how many records are read at most
   */
  ArchiveProgress(Archiver archiver, long expected) {
    this.archiver = archiver;
    this.pace = Pace.of(expected);
  }

  /** One line. */
  String line() {
    long read = archiver.read();
    return String.format(
            Locale.ROOT,
            "archive: %,d records read · %,d copied · %,.0f a second",
            read,
            archiver.copied(),
            pace.rate(read))
        + pace.rest(read, "at most ");
  }
}
