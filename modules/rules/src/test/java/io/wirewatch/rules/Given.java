package io.wirewatch.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Sentences for tests: rules from text, articles from text. */
final class Given {
  private Given() {}

  /**
   * A rule set of one rule with this {@code when}, with concepts {@code place} and {@code leave}.
   */
  static RuleSet when(String when) {
    return ruleSet(
        """
        version: 1
        concepts:
          place: {en: [border, frontier], ar: [حدود], any: [{exact: Qaim}]}
          leave: {en: [withdraw, {phrase: "pull out", slop: 2}]}
        rules:
          - {id: r, when: %s}
        """
            .formatted(when));
  }

  /** A rule set of one rule with {@code when: troops} and these other keys. */
  static RuleSet troopsWith(String keys) {
    return ruleSet("version: 1\nrules:\n  - {id: r, when: troops, " + keys + "}\n");
  }

  static RuleSet ruleSet(String yaml) {
    try {
      return load("rules.yaml", yaml);
    } catch (RuleProblems e) {
      throw new AssertionError("these rules should load", e);
    }
  }

  static List<Problem> problems(String yaml) {
    return problems("rules.yaml", yaml);
  }

  /** The problems of a file, with its name without the folder. */
  static List<Problem> problems(String name, String text) {
    try {
      load(name, text);
    } catch (RuleProblems e) {
      return e.problems().stream()
          .map(p -> new Problem(name, p.line(), p.column(), p.wrong(), p.right()))
          .toList();
    }
    return List.of();
  }

  private static RuleSet load(String name, String text) throws RuleProblems {
    try {
      Path directory = Files.createTempDirectory("rules");
      Path file = directory.resolve(name);
      try {
        Files.writeString(file, text);
        return RuleSet.load(file);
      } finally {
        Files.delete(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Article text(String body) {
    return article("", body, "en");
  }

  static Article article(String headline, String body, String language) {
    return new Article("a1", headline, body, language, "Some Wire", Set.of(), Set.of());
  }

  /** What the only rule finds, as texts in reading order; empty when it does not match. */
  static List<String> found(RuleSet rules, Article article) {
    return rules.matcher().match(article).stream()
        .flatMap(match -> match.spans().stream())
        .map(Span::text)
        .toList();
  }

  static List<String> found(RuleSet rules, String body) {
    return found(rules, text(body));
  }

  static boolean matches(RuleSet rules, Article article) {
    return !rules.matcher().match(article).isEmpty();
  }
}
