package io.wirewatch.replay.archive;

import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import io.wirewatch.replay.history.TopicRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Copies a topic into an archive. Files that are complete stay, and each partition goes on behind
 * its newest; what was not finished is deleted, and copied again. Of one thread, but for its sums.
 */
public final class Archiver implements AutoCloseable {
  private final ArchiveForm form;
  private final Path directory;
  private final FileChannel lock;
  private final int deleted;
  private final SortedMap<Integer, FileEnd> ends = new TreeMap<>();
  private final Map<Integer, PartitionCopy> copies = new HashMap<>();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong copied = new AtomicLong();

  private Archiver(ArchiveForm form, Path directory, FileChannel lock) throws IOException {
    this.form = form;
    this.directory = directory;
    this.lock = lock;
    this.deleted = Archive.deleteUnfinished(directory);
    for (ArchiveFile newest : Archive.of(directory).of(form).newest().values()) {
      ends.put(newest.partition(), end(newest));
    }
  }

  /**
   * Opens an archive to go on with, or begins one.
   *
   * @throws ArchiveException where another is writing to it, or its newest file is damaged
   */
  public static Archiver open(Path directory, ArchiveForm form) throws IOException {
    Files.createDirectories(directory);
    FileChannel lock =
        FileChannel.open(
            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw busy(directory);
      }
      return new Archiver(form, directory, lock);
    } catch (OverlappingFileLockException here) {
      lock.close();
      throw busy(directory);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static ArchiveException busy(Path directory) {
    return new ArchiveException(
        "another archive is being written to %s: wait for its end, or give another --to"
            .formatted(directory));
  }

  private static FileEnd end(ArchiveFile file) throws IOException {
    try (BlockFile blocks = BlockFile.open(file.path())) {
      CheckSums sums = CheckSums.of(file.path().resolveSibling(""));
      // The power may have gone between the two.
      if (!sums.names().contains(file.name())) {
        sums.add(file);
      }
      return blocks.end();
    } catch (DamagedException broken) {
      throw new ArchiveException(
          "%s is damaged (%s), so where to go on is not known: restore it, or take it away to copy it anew"
              .formatted(file.path(), broken.getMessage()),
          broken);
    }
  }

  /** Where each partition goes on that has files. */
  public SortedMap<Integer, Long> positions() {
    SortedMap<Integer, Long> positions = new TreeMap<>();
    ends.forEach((partition, end) -> positions.put(partition, end.nextOffset()));
    return positions;
  }

  /** How many files were deleted because they were not finished. */
  public int deleted() {
    return deleted;
  }

  /** How many records were read by now; any thread may ask. */
  public long read() {
    return read.get();
  }

  /** How many records were copied by now; any thread may ask. */
  public long copied() {
    return copied.get();
  }

  /**
   * Copies until the end of the range, or of the topic.
   *
   * @param topic the records of {@code offsets}
   * @param offsets what is read; not before {@link #positions}
   * @param stop asked now and then; true ends it early, all files complete
   * @return whether the end was reached, of every partition
   * @throws ArchiveException where what the archive holds is not of this topic
   */
  public boolean copy(History topic, TopicRange offsets, ArchiveRange range, BooleanSupplier stop)
      throws IOException, InterruptedException {
    offsets.parts().forEach((partition, part) -> begin(partition, part, range));
    boolean stopped = stop.getAsBoolean();
    Chunk chunk = stopped ? null : topic.next();
    while (chunk != null && !copies.values().stream().allMatch(PartitionCopy::hasEnded)) {
      copy(chunk);
      stopped = stop.getAsBoolean();
      chunk = stopped ? null : topic.next();
    }
    for (PartitionCopy copy : copies.values()) {
      copy.finish();
    }
    return !stopped && topic.unread().isEmpty();
  }

  private void begin(int partition, TopicRange.Part part, ArchiveRange range) {
    FileEnd end = ends.get(partition);
    if (end != null && end.nextOffset() > part.to()) {
      throw new ArchiveException(
          "%s has partition %d of %s up to offset %d, but the topic ends at %d: it was made anew; give another --to"
              .formatted(directory, partition, form.topic(), end.nextOffset(), part.to()));
    }
    if (part.size() > 0) {
      copies.put(
          partition,
          new PartitionCopy(
              form, range, directory, part.from(), end == null ? 0 : end.streamMillis()));
    }
  }

  private void copy(Chunk chunk) throws IOException {
    PartitionCopy copy = copies.get(chunk.partition());
    if (copy == null) {
      throw new IllegalStateException("no such partition: " + chunk.partition());
    }
    if (chunk.count() == 0) {
      copy.skipTo(chunk.nextOffset());
    }
    if (!copy.hasEnded()) {
      for (Past past : chunk.read()) {
        if (copy.take(past)) {
          copied.incrementAndGet();
        }
      }
    }
    read.addAndGet(chunk.count());
  }

  @Override
  public void close() throws IOException {
    try {
      for (PartitionCopy copy : copies.values()) {
        copy.abandon();
      }
    } finally {
      lock.close();
    }
  }
}
