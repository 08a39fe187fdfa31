package io.wirewatch.rules;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the text of a rule file: its size, its encoding. */
final class RuleFile {
  /** Bytes of a YAML file; bulk sets are JSON lines, which have no such bound. */
  static final long LARGEST_YAML = 16L << 20;

  /** Bytes of all YAML files of a set, which are in memory together while it is read. */
  static final long MOST_YAML = 2 * LARGEST_YAML;

  /** Characters of a line: the YAML parser's time grows with the square of what has no break. */
  static final int LONGEST_LINE = 1 << 20;

  private static final Node.Place FIRST = new Node.Place(1, 1);

  private RuleFile() {}

  static boolean isJsonLines(Path path) {
    return path.toString().endsWith(".jsonl");
  }

  static boolean isRuleFile(Path path) {
    String name = path.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || isJsonLines(path);
  }

  /** Whether the YAML files of a directory are too much together, which is then a problem. */
  static boolean isTooMuch(List<Path> files, Path directory, Problems problems) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += isJsonLines(file) ? 0 : Files.size(file);
    }
    if (size > MOST_YAML) {
      problems.addFile(
          directory.toString(),
          "its YAML files have " + size + " bytes together, more than " + MOST_YAML,
          "one rule a line in .jsonl files");
    }
    return size > MOST_YAML;
  }

  /**
   * The text of a YAML file without a byte order mark; empty when it cannot be read, which is then
   * a problem of the source.
   */
  static Optional<String> read(Path path, Source source) {
    try {
      long size = Files.size(path);
      if (size > LARGEST_YAML) {
        source
            .problems()
            .addFile(
                source.file(),
                "the file has " + size + " bytes, more than " + LARGEST_YAML,
                "several files, or one rule a line in a .jsonl file");
        return Optional.empty();
      }
      return decode(Files.readAllBytes(path), source);
    } catch (IOException e) {
      unreadable(source, e);
      return Optional.empty();
    }
  }

  private static Optional<String> decode(byte[] bytes, Source source) throws IOException {
    if (Encoding.isWide(bytes)) {
      source.problem(FIRST, "the file is in UTF-16 or UTF-32", "save it as UTF-8");
      return Optional.empty();
    }
    Optional<Node.Place> malformed = Encoding.malformed(new ByteArrayInputStream(bytes));
    if (malformed.isPresent()) {
      source.problem(malformed.get(), "a byte that is not UTF-8", "save the file as UTF-8");
      return Optional.empty();
    }
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    return refuseLongLine(decoded, source)
        ? Optional.empty()
        : Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
  }

  private static boolean refuseLongLine(String text, Source source) {
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > LONGEST_LINE) {
        source.problem(
            new Node.Place(number, 1),
            "a line of more than " + LONGEST_LINE + " characters",
            "line breaks, or one rule a line in a .jsonl file");
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /** What is done with each line that is not blank. */
  interface LineReader {
    void read(int number, String line);
  }

  /** Reads a file of JSON lines line by line. */
  static void readLines(Path path, Source source, LineReader reader) {
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      if (isWide(path)) {
        source.problem(FIRST, "the file is in UTF-16 or UTF-32", "save it as UTF-8");
        return;
      }
      var lines = new BoundedLines(in, LONGEST_LINE);
      Optional<String> line = lines.next();
      while (line.isPresent() && !source.problems().isFull()) {
        if (lines.tooLong()) {
          source.problem(
              new Node.Place(lines.number(), 1),
              "a line of more than " + LONGEST_LINE + " characters",
              "one rule a line");
        } else if (!line.get().isBlank()) {
          reader.read(
              lines.number(),
              lines.number() == 1 && line.get().startsWith("\uFEFF")
                  ? line.get().substring(1)
                  : line.get());
        }
        line = lines.next();
      }
    } catch (CharacterCodingException e) {
      refuseMalformed(path, source);
    } catch (IOException e) {
      unreadable(source, e);
    }
  }

  private static boolean isWide(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Encoding.isWide(in.readNBytes(4));
    }
  }

  private static void refuseMalformed(Path path, Source source) {
    try (InputStream in = Files.newInputStream(path)) {
      source.problem(
          Encoding.malformed(in).orElse(FIRST),
          "a byte that is not UTF-8",
          "save the file as UTF-8");
    } catch (IOException e) {
      unreadable(source, e);
    }
  }

  private static void unreadable(Source source, IOException e) {
    source
        .problems()
        .addFile(source.file(), "the file cannot be read: " + e, "a file that this user may read");
  }
}
