package io.wirewatch.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.LoggerFactory;

/**
 * A file that is there as a whole or not at all: it is written beside its place, and takes it when
 * it is complete. What cannot be is refused before the work that fills it.
 */
final class PageFile {
  private final Path file;

  /** What a file has in it. */
  @FunctionalInterface
  interface Content {
    void write(Appendable out) throws IOException;
  }

  private PageFile(Path file) {
    this.file = file;
  }

  /**
   * A file of that name.
   *
   * @param input what is read meanwhile, and must not be written over
   * @throws Refusal where no file can be there
   */
  static PageFile at(Path file, String input) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw refused(file, "there is no such directory");
    }
    if (!Files.isWritable(folder)) {
      throw refused(file, "the directory cannot be written to");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refused(file, "what is there is no file");
    }
    if (isSame(file, Path.of(input))) {
      throw refused(file, "it is the input");
    }
    return new PageFile(file);
  }

  /**
   * Writes it, in UTF-8; what was there before is replaced.
   *
   * @throws Refusal where that fails; what was there before then still is
   */
  void write(Content content) {
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished";
    Path unfinished = folder(file).resolve(name);
    try {
      try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
        content.write(out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Refusal("cannot write " + file + ": " + failed.getMessage(), failed);
    } finally {
      delete(unfinished);
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }

  private static boolean isSame(Path file, Path input) {
    try {
      return Files.exists(input) && Files.exists(file) && Files.isSameFile(file, input);
    } catch (IOException failed) {
      throw refused(file, String.valueOf(failed.getMessage()));
    }
  }

  private static Refusal refused(Path file, String why) {
    return new Refusal("cannot write " + file + ": " + why);
  }

  private static void delete(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException failed) {
      LoggerFactory.getLogger(PageFile.class).info("could not delete {}", unfinished, failed);
    }
  }
}
