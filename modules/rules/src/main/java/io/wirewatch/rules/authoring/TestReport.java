package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Field;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.RuleTests;
import io.wirewatch.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The result of a rule's test as its author wants to read it. */
public final class TestReport {
  private TestReport() {}

  /**
   * A test that failed, in lines: where it stands, its text with what matched in ⟦brackets⟧, what
   * was expected, found, missing, too many, and why the rule did not match where it did not.
   */
  public static List<String> failure(RuleTests.Result result) {
    Rule rule = result.rule().with(result.rule().filters().only(result.test().stated()));
    Article article = result.test().article();
    Set<String> expected = new TreeSet<>(result.test().expected());
    List<String> lines = new ArrayList<>();
    lines.add("%s:%d: rule %s".formatted(result.test().file(), result.test().line(), rule.id()));
    List<Span> spans =
        RuleSet.of(List.of(rule)).matcher().match(article).stream()
            .flatMap(match -> match.spans().stream())
            .toList();
    add(lines, "headline", marked(article, Field.HEADLINE, spans));
    add(lines, "text", marked(article, Field.BODY, spans));
    lines.add("  expected: " + list(expected));
    lines.add("  found:    " + list(result.found()));
    add(lines, "missing", String.join(", ", without(expected, result.found())));
    add(lines, "too many", String.join(", ", without(result.found(), expected)));
    if (result.found().isEmpty()) {
      add(lines, "because", reason(RuleExplainer.explain(rule, article)));
    }
    return lines;
  }

  private static void add(List<String> lines, String name, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + name + ":" + " ".repeat(Math.max(1, 9 - name.length())) + text);
    }
  }

  private static String reason(Explanation explanation) {
    return explanation
        .firstFailure()
        .map(
            part ->
                part.label() + (part.remark().isEmpty() ? " is not there" : ": " + part.remark()))
        .orElseGet(
            () ->
                explanation.filters().stream()
                    .filter(filter -> !filter.passes())
                    .map(filter -> "the filter on " + filter.name() + " does not pass")
                    .findFirst()
                    .orElse(""));
  }

  private static String list(Set<String> texts) {
    return texts.isEmpty() ? "none" : String.join(", ", texts);
  }

  private static Set<String> without(Set<String> texts, Set<String> others) {
    Set<String> rest = new TreeSet<>(texts);
    rest.removeAll(others);
    return rest;
  }

  /** The text of the field with what was found in brackets. */
  static String marked(Article article, Field field, List<Span> spans) {
    String text = article.text(field);
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Span span : spans) {
      if (span.field() == field && span.start() >= done) {
        marked.append(text, done, span.start()).append('⟦');
        marked.append(text, span.start(), span.end()).append('⟧');
        done = span.end();
      }
    }
    return marked.append(text, done, text.length()).toString();
  }
}
