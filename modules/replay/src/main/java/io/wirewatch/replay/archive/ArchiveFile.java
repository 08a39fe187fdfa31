package io.wirewatch.replay.archive;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A complete file of an archive: some records of one partition that follow each other. Sorted by
 * day, partition and offset, files give each partition's records in their order.
 *
 * @param day of the partition's time, UTC
 * @param firstOffset where the file begins; its first record may lie a little behind it
 */
public record ArchiveFile(Path path, LocalDate day, String topic, int partition, long firstOffset)
    implements Comparable<ArchiveFile> {
  private static final Comparator<ArchiveFile> ORDER =
      Comparator.comparing(ArchiveFile::day)
          .thenComparing(ArchiveFile::partition)
          .thenComparing(ArchiveFile::firstOffset);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  // Twenty digits that fit a long.
  private static final Pattern NAME =
      Pattern.compile("([\\w.-]+)-(\\d{1,9})-(0[0-8]\\d{18})\\.avro");

  /** A file that is not there yet. */
  static ArchiveFile in(
      Path directory, LocalDate day, String topic, int partition, long firstOffset) {
    String name = "%s-%d-%020d.avro".formatted(topic, partition, firstOffset);
    return new ArchiveFile(
        directory.resolve(day.toString()).resolve(name), day, topic, partition, firstOffset);
  }

  /** The day of a folder; empty where its name is none. */
  static Optional<LocalDate> dayOf(Path folder) {
    String name = String.valueOf(folder.getFileName());
    try {
      return DAY.matcher(name).matches() ? Optional.of(LocalDate.parse(name)) : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** What the name of a file in the folder of a day says; empty where it is none of ours. */
  static Optional<ArchiveFile> of(LocalDate day, Path path) {
    Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
    return name.matches()
        ? Optional.of(
            new ArchiveFile(
                path,
                day,
                name.group(1),
                Integer.parseInt(name.group(2)),
                Long.parseLong(name.group(3))))
        : Optional.empty();
  }

  /** Its name within its folder. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public int compareTo(ArchiveFile other) {
    return ORDER.compare(this, other);
  }
}
