package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.authoring.Explanation.Evidence;
import io.wirewatch.rules.authoring.RuleExplainer;
import io.wirewatch.why.ExplanationJson;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wirewatch rules match}: which rules match articles, and where. */
@Command(
    name = "match",
    description = {
      "Match rules on article JSON lines; language, regions and entities are found first.",
      "Writes {\"id\",\"matches\":[{\"rule\",\"field\",\"start\",\"end\",\"text\",\"term\",\"concept\"?,\"language\"?}],",
      "\"rules\":[{\"rule\",\"version\",\"unlisted\",\"filters\"}]} a line: at most 5 places for each term or",
      "concept, the rest counted as unlisted."
    })
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

  @Override
  public Integer call() {
    Matcher matcher = matcher(rules.load());
    ArticleLines articles = new ArticleLines();
    return new LineWork(file, Screen.standard()).run(line -> line(articles.article(line), matcher));
  }

  private static Matcher matcher(RuleSet set) {
    try (RuleProgress progress = RuleProgress.show()) {
      return set.matcher(progress);
    }
  }

  /* What a machine needs of each place stands in "matches"; what is said once of a rule, in "rules". */
  private static String line(Article article, Matcher matcher) {
    ObjectNode line = JSON.objectNode().put("id", article.id());
    ArrayNode matches = line.putArray("matches");
    ArrayNode rules = line.putArray("rules");
    for (RuleMatch match : matcher.match(article)) {
      RuleExplainer.evidence(match, article)
          .forEach(evidence -> matches.add(place(match.ruleId(), evidence)));
      rules.add(rule(match, article));
    }
    return line.toString();
  }

  private static ObjectNode place(String rule, Evidence evidence) {
    Span span = evidence.span();
    ObjectNode place =
        JSON.objectNode()
            .put("rule", rule)
            .put("field", span.field().name().toLowerCase(Locale.ROOT))
            .put("start", span.start())
            .put("end", span.end())
            .put("text", span.text())
            .put("term", span.term());
    return ExplanationJson.origin(place, evidence);
  }

  private static ObjectNode rule(RuleMatch match, Article article) {
    Rule rule = match.rule();
    ObjectNode said =
        JSON.objectNode()
            .put("rule", rule.id())
            .put("version", rule.version())
            .put("unlisted", match.unlisted());
    said.set("filters", ExplanationJson.filters(RuleExplainer.filters(rule, article)));
    return said;
  }
}
