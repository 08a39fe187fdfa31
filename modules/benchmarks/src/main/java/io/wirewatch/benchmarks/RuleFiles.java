package io.wirewatch.benchmarks;

import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Rule sets from lines of JSON, by way of a file as a user would have it. */
final class RuleFiles {
  private RuleFiles() {}

  static RuleSet load(Stream<String> lines) throws IOException, RuleProblems {
    Path file = write(lines);
    try {
      return RuleSet.load(file);
    } finally {
      Files.delete(file);
    }
  }

  static Path write(Stream<String> lines) throws IOException {
    Path file = Files.createTempFile("searches", ".jsonl");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        writer.write(line);
        writer.newLine();
      }
    }
    return file;
  }
}
