package io.wirewatch.replay.archive;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.replay.history.Past;
import io.wirewatch.stage.EventTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One partition on its way into the files of an archive. */
final class PartitionCopy {
  /* The day of a record is that of the partition's time, not of its article. So a file is behind another in time only where
   * it is behind it in the partition, and to read day after day gives the partition as it was. Before the first record that
   * tells a time, it is 1970. */
  private static final long MOST_BYTES = 1L << 28;

  private final ArchiveForm form;
  private final ArchiveRange range;
  private final Path directory;
  private long position;
  private long streamMillis;
  private @Nullable DayFile file;
  private boolean ended;

  /**
   * A partition that goes on.
   *
   * @param position where it is read from
   * @param streamMillis its time by then
   */
  PartitionCopy(
      ArchiveForm form, ArchiveRange range, Path directory, long position, long streamMillis) {
    this.form = form;
    this.range = range;
    this.directory = directory;
    this.position = position;
    this.streamMillis = streamMillis;
  }

  /** The next record; whether it was copied. */
  boolean take(Past past) throws IOException {
    streamMillis = Math.max(streamMillis, eventMillis(past));
    ended |= range.hasEndedBy(streamMillis);
    if (ended) {
      finish();
      return false;
    }
    boolean isWanted = range.hasBegunBy(streamMillis);
    if (isWanted) {
      file(past.partition()).append(past, streamMillis);
    }
    position = past.offset() + 1;
    return isWanted;
  }

  /** What lies before that offset is gone: a file has no gap, so that one shows between files. */
  void skipTo(long offset) throws IOException {
    if (offset > position) {
      finish();
      position = offset;
    }
  }

  private DayFile file(int partition) throws IOException {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(streamMillis), ZoneOffset.UTC);
    DayFile open = file;
    if (open != null && (!open.file().day().equals(day) || open.bytes() > MOST_BYTES)) {
      finish();
      open = null;
    }
    if (open == null) {
      open = DayFile.begin(ArchiveFile.in(directory, day, form.topic(), partition, position), form);
      file = open;
    }
    return open;
  }

  private static long eventMillis(Past past) {
    if (past.value() instanceof EnrichedArticle enriched) {
      return EventTime.millis(enriched.getArticle(), past.takenMillis());
    }
    return past.value() instanceof RawArticle raw ? EventTime.millis(raw, past.takenMillis()) : 0;
  }

  /** Whether the end of the range was met. */
  boolean hasEnded() {
    return ended;
  }

  /** What was copied is complete. */
  void finish() throws IOException {
    if (file != null) {
      file.finish();
      file = null;
    }
  }

  /** What is not complete goes. */
  void abandon() throws IOException {
    if (file != null) {
      file.abandon();
      file = null;
    }
  }
}
