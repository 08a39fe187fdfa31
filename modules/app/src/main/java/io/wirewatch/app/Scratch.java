package io.wirewatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The directory for what goes with this process: the launcher makes one a process, and native
 * libraries unpack into it.
 */
final class Scratch {
  private Scratch() {}

  /** Takes it away, whatever is still in it. */
  static void delete() {
    String directory = System.getProperty("wirewatch.scratch");
    if (directory != null) {
      delete(Path.of(directory));
    }
  }

  /** Takes a directory away with all that is in it. */
  static void delete(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | java.io.UncheckedIOException failed) {
      LoggerFactory.getLogger(Scratch.class).info("could not delete all of {}", root, failed);
    }
  }
}
