package io.wirewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.ingest.poll.RobotsRules;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How often we read robots.txt as the cases of a folder say: JSON lines, a case each. */
final class RobotsTable {
  private final Path folder;
  private final PrintStream out;

  RobotsTable(Options options, PrintStream out) {
    this.folder = Path.of(options.text("--cases", ""));
    this.out = out;
  }

  void print() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    out.println("| cases | decided as they say | of |");
    out.println("|---|---|---|");
    for (Path file : files) {
      List<JsonNode> cases = cases(file);
      List<JsonNode> others = cases.stream().filter(one -> !agrees(one)).toList();
      out.printf(
          "| %s | %d | %d |%n", file.getFileName(), cases.size() - others.size(), cases.size());
      others.forEach(
          one -> System.err.printf("  other: %s, line %s%n", one.path("test"), one.path("line")));
    }
  }

  private static List<JsonNode> cases(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(
              line -> {
                try {
                  return mapper.readTree(line);
                } catch (IOException broken) {
                  throw new UncheckedIOException(broken);
                }
              })
          .toList();
    }
  }

  private static boolean agrees(JsonNode one) {
    byte[] robots = one.path("robots").asText().getBytes(StandardCharsets.UTF_8);
    return RobotsRules.of(robots, one.path("agent").asText()).allow(one.path("url").asText())
        == one.path("allowed").asBoolean();
  }
}
