package io.wirewatch.rules;

import io.wirewatch.language.LanguageIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the tests of a rule. */
final class RuleTestParser {
  static final List<String> KEYS =
      List.of("text", "headline", "language", "source", "region", "entity", "expect");
  static final String NOTHING = "none";

  private final Source source;

  RuleTestParser(Source source) {
    this.source = source;
  }

  List<RuleTest> parse(List<Node> nodes) {
    List<RuleTest> tests = new ArrayList<>();
    for (Node node : nodes) {
      Keys.of(source, node, KEYS).flatMap(this::parse).ifPresent(tests::add);
    }
    return tests;
  }

  private Optional<RuleTest> parse(Keys keys) {
    if (!keys.has("expect") || !(keys.has("text") || keys.has("headline"))) {
      source.problem(
          keys.mapping(),
          "a test without " + (keys.has("expect") ? "text" : "expect"),
          "text: what to look at, expect: the words that must be found, or none");
      return Optional.empty();
    }
    String headline = keys.text("headline").orElse("");
    String text = keys.has("text") ? keys.text("text").orElse("") : "";
    String language =
        keys.text("language")
            .orElseGet(() -> LanguageIdentifier.identify(headline + "\n" + text).code());
    int line = keys.mapping().place().line();
    Article article =
        new Article(
            source.file() + ":" + line,
            headline,
            text,
            language,
            keys.text("source").orElse(""),
            new HashSet<>(keys.texts("region")),
            new HashSet<>(keys.texts("entity")));
    return Optional.of(
        new RuleTest(
            source.file(), line, article, keys.mapping().entries().keySet(), expected(keys)));
  }

  private static List<String> expected(Keys keys) {
    boolean nothing =
        keys.node("expect")
            .filter(node -> node instanceof Node.Scalar scalar && scalar.value().equals(NOTHING))
            .isPresent();
    return nothing ? List.of() : keys.texts("expect");
  }
}
