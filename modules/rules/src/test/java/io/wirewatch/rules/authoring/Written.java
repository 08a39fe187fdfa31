package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RulePlaces;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Rules and articles as their authors write them. */
final class Written {
  private static final String CONCEPTS =
      """
      version: 1
      concepts:
        place: {en: [border, frontier], ar: [حدود], any: [{exact: Qaim}]}
        leave: {en: [withdraw, {phrase: "pull out", slop: 2}]}
      rules:
      """;

  private Written() {}

  /** Rules, one an argument, which may use the concepts place and leave. */
  static String file(String... rules) {
    StringBuilder file = new StringBuilder(CONCEPTS);
    for (String rule : rules) {
      file.append("  - ").append(rule).append('\n');
    }
    return file.toString();
  }

  static RuleSet set(String file) {
    return load(
        file,
        path -> {
          try {
            return RuleSet.load(path);
          } catch (RuleProblems refused) {
            throw new AssertionError("these rules should load", refused);
          }
        });
  }

  /** The warnings of a set, without the folder. */
  static List<String> warnings(String file) {
    return load(
        file,
        path -> {
          RuleSet set = set(file);
          String folder = path.getParent() + "/";
          return new RuleWarnings(set, RulePlaces.of(path))
              .ofTheSet().stream().map(warning -> warning.toString().replace(folder, "")).toList();
        });
  }

  private static <T> T load(String text, Function<Path, T> work) {
    try {
      Path directory = Files.createTempDirectory("rules");
      Path file = Files.writeString(directory.resolve("rules.yaml"), text);
      try {
        return work.apply(file);
      } finally {
        Files.delete(file);
        Files.delete(directory);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The only rule of a set, with this {@code when}. */
  static Rule when(String when) {
    return rule("{id: r, when: " + when + "}");
  }

  static Rule rule(String rule) {
    return set(file(rule)).rules().get(0);
  }

  static Article body(String body) {
    return article("", body);
  }

  static Article article(String headline, String body) {
    return new Article("a1", headline, body, "en", "Some Wire", Set.of("SY"), Set.of());
  }
}
