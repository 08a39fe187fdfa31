package io.wirewatch.replay.archive;

import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of an archive, day after day, each partition's in the order of the topic. What is
 * damaged is named in the remarks, and all the rest is read.
 */
public final class ArchiveHistory implements History {
  private final Archive archive;
  private final ArchiveForm form;
  private final Map<Integer, Long> positions;
  private final Deque<ArchiveFile> files = new ArrayDeque<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<FileAccount> accounts = new ArrayList<>();
  private final SortedMap<LocalDate, Integer> unchecked = new TreeMap<>();
  private @Nullable FileReading reading;
  private long expected;

  /**
   * The records of one topic.
   *
   * @param earliest event times before it are not asked for: days that end before it are left out
   * @param positions where partitions go on, as {@link Chunk#nextOffset} of this archive said
   * @throws ArchiveException where it has files that are not of such an archive
   */
  public ArchiveHistory(
      Archive archive, ArchiveForm form, Instant earliest, Map<Integer, Long> positions)
      throws IOException {
    this.archive = archive.of(form);
    this.form = form;
    this.positions = Map.copyOf(positions);
    // No article of a day is later than the day.
    LocalDate first =
        earliest.equals(Instant.MIN)
            ? LocalDate.MIN
            : LocalDate.ofInstant(earliest, ZoneOffset.UTC);
    Map<Integer, Found> before = new HashMap<>();
    for (ArchiveFile file : this.archive.files()) {
      if (!file.day().isBefore(first)) {
        add(file, before);
      }
    }
    sayMissing(first);
  }

  private record Found(ArchiveFile file, long nextOffset) {}

  private void add(ArchiveFile file, Map<Integer, Found> before) throws IOException {
    Optional<FileEnd> end = end(file);
    if (end.isEmpty()) {
      return;
    }
    long nextOffset = end.get().nextOffset();
    Found last = before.put(file.partition(), new Found(file, nextOffset));
    if (last != null && file.firstOffset() < last.nextOffset()) {
      throw new ArchiveException(
          "%s and %s hold the same records: take one of them away"
              .formatted(last.file().path(), file.path()));
    }
    if (last != null && file.firstOffset() > last.nextOffset()) {
      remarks.add(
          "offsets %d to %d of partition %d are in no file of %s: files are missing, or this part was not archived"
              .formatted(
                  last.nextOffset(),
                  file.firstOffset() - 1,
                  file.partition(),
                  archive.directory()));
    }
    long position = position(file);
    if (position < nextOffset) {
      files.add(file);
      expected += Math.max(0, end.get().records() - Math.max(0, position - file.firstOffset()));
    }
  }

  private long position(ArchiveFile file) {
    return positions.getOrDefault(file.partition(), 0L);
  }

  /** What a file says of its end; empty where it is damaged so that nothing can be read. */
  private Optional<FileEnd> end(ArchiveFile file) throws IOException {
    try (BlockFile blocks = BlockFile.open(file.path())) {
      if (!form.fits(blocks.schema())) {
        throw new DamagedException("it holds " + blocks.schema().getFullName());
      }
      return Optional.of(blocks.end());
    } catch (DamagedException broken) {
      boolean wasOurs =
          CheckSums.of(file.path().resolveSibling(""))
              .holds(file)
              .filter(holds -> !holds)
              .isPresent();
      if (!wasOurs) {
        throw new ArchiveException(
            "%s is no file of an archive of %s (%s): take it away"
                .formatted(file.path(), form.topic(), broken.getMessage()),
            broken);
      }
      remarks.add(FileAccount.unreadable(file, broken.getMessage()));
      return Optional.empty();
    }
  }

  private void sayMissing(LocalDate first) throws IOException {
    for (ArchiveFile missing : archive.missing(form)) {
      if (!missing.day().isBefore(first)) {
        remarks.add("%s is missing: SHA256SUMS names it".formatted(missing.path()));
      }
    }
  }

  @Override
  public @Nullable Chunk next() throws IOException {
    while (reading != null || !files.isEmpty()) {
      if (reading == null) {
        reading = open(files.remove());
      }
      Chunk chunk = reading.next();
      if (chunk != null) {
        return chunk;
      }
      reading.close();
      reading = null;
    }
    return null;
  }

  private FileReading open(ArchiveFile file) throws IOException {
    FileReading opened = new FileReading(file, form, position(file));
    accounts.add(opened.account());
    Optional<Boolean> holds = CheckSums.of(file.path().resolveSibling("")).holds(file);
    if (holds.isEmpty()) {
      unchecked.merge(file.day(), 1, Integer::sum);
    } else if (!holds.get()) {
      opened.account().damaged("its SHA-256 is not the one in SHA256SUMS");
    }
    return opened;
  }

  @Override
  public long expected() {
    return expected;
  }

  @Override
  public List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    unchecked.forEach(
        (day, count) ->
            all.add(
                "%s has no sums of %d files: whether they are as they were written is not known"
                    .formatted(archive.directory().resolve(day + "/SHA256SUMS"), count)));
    accounts.forEach(account -> account.remark().ifPresent(all::add));
    return all;
  }

  @Override
  public void close() {
    try {
      if (reading != null) {
        reading.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
