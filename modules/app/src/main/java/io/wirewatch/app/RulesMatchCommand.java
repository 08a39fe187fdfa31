package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Span;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules match}: which rules match articles, and where. */
@Command(
    name = "match",
    description =
        "Match rules on article JSON lines; language, regions and entities are found first.")
final class RulesMatchCommand implements Callable<Integer> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Mixin private RulesOption rules = new RulesOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "JSON lines {\"id\",\"headline\",\"body\"}; - for standard input (default).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String file;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Matcher matcher = matcher(rules.load());
    ArticleLines articles = new ArticleLines();
    return LineWork.run(file, line -> line(articles.article(line), matcher), spec.commandLine());
  }

  private static Matcher matcher(RuleSet set) {
    try (RuleProgress progress = RuleProgress.show()) {
      return set.matcher(progress);
    }
  }

  private static String line(Article article, Matcher matcher) {
    ObjectNode line = JSON.objectNode().put("id", article.id());
    ArrayNode matches = line.putArray("matches");
    for (RuleMatch match : matcher.match(article)) {
      match.spans().forEach(span -> matches.add(span(match, span)));
    }
    return line.toString();
  }

  private static ObjectNode span(RuleMatch match, Span span) {
    return JSON.objectNode()
        .put("rule", match.rule().id())
        .put("field", span.field().name().toLowerCase(Locale.ROOT))
        .put("start", span.start())
        .put("end", span.end())
        .put("text", span.text())
        .put("term", span.term());
  }
}
