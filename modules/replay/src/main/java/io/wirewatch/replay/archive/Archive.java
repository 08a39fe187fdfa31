package io.wirewatch.replay.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a directory that holds an archive, as they were when it was looked at. It has a
 * folder for each day of a partition's time, which is the highest event time that the partition had
 * until then: a late article lies in the day on which it came.
 *
 * @param files sorted
 */
public record Archive(Path directory, List<ArchiveFile> files) {

  /** Copies the list. */
  public Archive {
    files = List.copyOf(files);
  }

  /** Looks at a directory; one that is not there has no files. */
  public static Archive of(Path directory) throws IOException {
    List<ArchiveFile> files = new ArrayList<>();
    for (Path folder : folders(directory)) {
      Optional<LocalDate> day = ArchiveFile.dayOf(folder);
      if (day.isPresent()) {
        try (Stream<Path> inside = Files.list(folder)) {
          inside.flatMap(path -> ArchiveFile.of(day.get(), path).stream()).forEach(files::add);
        }
      }
    }
    return new Archive(directory, files.stream().sorted().toList());
  }

  private static List<Path> folders(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(directory)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Deletes what was not finished; returns how many files that was. */
  static int deleteUnfinished(Path directory) throws IOException {
    int deleted = 0;
    for (Path folder : folders(directory)) {
      try (Stream<Path> inside = Files.list(folder)) {
        List<Path> unfinished =
            ArchiveFile.dayOf(folder).isEmpty()
                ? List.of()
                : inside.filter(Archive::isUnfinished).toList();
        for (Path path : unfinished) {
          Files.delete(path);
          deleted++;
        }
      }
    }
    return deleted;
  }

  private static boolean isUnfinished(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") && name.endsWith(Disk.UNFINISHED);
  }

  /** The topics that it has files of. */
  public Set<String> topics() {
    return files.stream().map(ArchiveFile::topic).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Only the files of that topic. */
  public Archive of(ArchiveForm form) {
    return new Archive(
        directory, files.stream().filter(file -> file.topic().equals(form.topic())).toList());
  }

  /** Only the files that begin before those offsets, by partition. */
  public Archive before(Map<Integer, Long> ends) {
    return new Archive(
        directory,
        files.stream()
            .filter(file -> file.firstOffset() < ends.getOrDefault(file.partition(), 0L))
            .toList());
  }

  /** Files of a topic that have a sum in their folder, but are not there. */
  List<ArchiveFile> missing(ArchiveForm form) throws IOException {
    List<ArchiveFile> missing = new ArrayList<>();
    for (Path folder : folders(directory)) {
      Optional<LocalDate> day = ArchiveFile.dayOf(folder);
      if (day.isPresent()) {
        CheckSums.of(folder).names().stream()
            .flatMap(name -> ArchiveFile.of(day.get(), folder.resolve(name)).stream())
            .filter(file -> file.topic().equals(form.topic()) && !Files.exists(file.path()))
            .forEach(missing::add);
      }
    }
    return missing;
  }

  /** The newest file of each partition. */
  public SortedMap<Integer, ArchiveFile> newest() {
    SortedMap<Integer, ArchiveFile> newest = new TreeMap<>();
    files.forEach(
        file ->
            newest.merge(
                file.partition(),
                file,
                (one, other) -> one.firstOffset() > other.firstOffset() ? one : other));
    return newest;
  }
}
