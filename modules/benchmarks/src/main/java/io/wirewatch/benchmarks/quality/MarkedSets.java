package io.wirewatch.benchmarks.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of marked sets: {@code entities}, {@code toponyms} and {@code countries}, each with
 * {@code NAME.jsonl}.
 *
 * @param out is told which wanted sets are not there
 */
public record MarkedSets(Path folder, PrintStream out) {
  static final String ENTITIES = "entities";
  static final String TOPONYMS = "toponyms";
  static final String COUNTRIES = "countries";

  /** The articles of a set; none where it is not there, which is said. */
  List<MarkedArticle> articles(String kind, String name) throws IOException {
    Path file = file(kind, name);
    if (!Files.exists(file)) {
      out.printf("skipped: %s/%s.jsonl is not there%n", kind, name);
      return List.of();
    }
    System.err.printf("  %s/%s%n", kind, name);
    return MarkedArticle.read(file);
  }

  /** The articles of those of these sets of entities that are there. */
  public List<MarkedArticle> entities(List<String> names) throws IOException {
    List<MarkedArticle> all = new ArrayList<>();
    for (String name : names) {
      Path file = file(ENTITIES, name);
      if (Files.exists(file)) {
        all.addAll(MarkedArticle.read(file));
      }
    }
    return all;
  }

  private Path file(String kind, String name) {
    return folder.resolve(kind).resolve(name + ".jsonl");
  }
}
