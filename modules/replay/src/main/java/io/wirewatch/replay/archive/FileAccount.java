package io.wirewatch.replay.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What became of the records of one file. Thread-safe. */
final class FileAccount {
  private final ArchiveFile file;
  private final long records;
  private final AtomicLong readable = new AtomicLong();
  private final List<String> damages = new ArrayList<>();
  private volatile boolean isRead;

  /**
   * A file that says that it has so many records.
   *
   * @param before how many of them were read by a replay that stopped
   */
  FileAccount(ArchiveFile file, long records, long before) {
    this.file = file;
    this.records = records;
    readable.set(before);
  }

  /** So many more were read. */
  void add(long count) {
    readable.addAndGet(count);
  }

  /** Something is not as it was written. */
  synchronized void damaged(String what) {
    if (!damages.contains(what)) {
      damages.add(what);
    }
  }

  /** There is no more of it to read. */
  void end() {
    isRead = true;
  }

  /** What a reader of the results has to know; empty where all is well. */
  synchronized Optional<String> remark() {
    long lost = records - readable.get();
    if (isRead && lost != 0 && damages.isEmpty()) {
      damages.add("it does not have the records that it says");
    }
    if (damages.isEmpty()) {
      return Optional.empty();
    }
    String what = "%s is damaged: %s".formatted(file.path(), String.join("; ", damages));
    return Optional.of(isRead ? what + lost(lost) : what);
  }

  private String lost(long lost) {
    return lost <= 0
        ? "; all its %d records could be read".formatted(records)
        : "; %d of its %d records could not be read".formatted(lost, records);
  }

  /** A remark on a file of which nothing can be read. */
  static String unreadable(ArchiveFile file, @Nullable String why) {
    return "%s is damaged: %s; nothing of it could be read".formatted(file.path(), why);
  }
}
