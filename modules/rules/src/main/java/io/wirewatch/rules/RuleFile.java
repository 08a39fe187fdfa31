package io.wirewatch.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the text of a rule file: its size, its encoding. */
final class RuleFile {
  /** Bytes of a YAML file; bulk sets are JSON lines, which have no such bound. */
  static final long LARGEST_YAML = 16L << 20;

  /** Characters of a line of JSON. */
  static final int LONGEST_LINE = 1 << 20;

  private RuleFile() {}

  static boolean isJsonLines(Path path) {
    return path.toString().endsWith(".jsonl");
  }

  static boolean isRuleFile(Path path) {
    String name = path.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || isJsonLines(path);
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
      source
          .problems()
          .addFile(
              source.file(), "the file cannot be read: " + e, "a file that this user may read");
      return Optional.empty();
    }
  }

  private static Optional<String> decode(byte[] bytes, Source source) {
    if (bytes.length >= 2 && (isUtf16(bytes[0], bytes[1]) || isUtf16(bytes[1], bytes[0]))) {
      source.problem(new Node.Place(1, 1), "the file is in UTF-16", "save it as UTF-8");
      return Optional.empty();
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      String before = text.toString();
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      source.problem(
          new Node.Place(line, column), "a byte that is not UTF-8", "save the file as UTF-8");
      return Optional.empty();
    }
    String decoded = text.toString();
    return Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
  }

  private static boolean isUtf16(byte high, byte low) {
    return (high & 0xFF) == 0xFE && (low & 0xFF) == 0xFF;
  }

  /** What is done with each line that is not blank. */
  interface LineReader {
    void read(int number, String line);
  }

  /** Reads a file of JSON lines line by line. */
  static void readLines(Path path, Source source, LineReader reader) {
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      var lines = new BoundedLines(in, LONGEST_LINE);
      Optional<String> line = lines.next();
      while (line.isPresent()) {
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
      source
          .problems()
          .addFile(source.file(), "bytes that are not UTF-8", "save the file as UTF-8");
    } catch (IOException e) {
      source
          .problems()
          .addFile(
              source.file(), "the file cannot be read: " + e, "a file that this user may read");
    }
  }
}
