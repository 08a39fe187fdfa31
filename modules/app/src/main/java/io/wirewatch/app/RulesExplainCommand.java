package io.wirewatch.app;

import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.rules.authoring.RuleExplainer;
import io.wirewatch.why.ExplanationJson;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirewatch rules explain}: why a rule matches articles, or why not. */
@Command(
    name = "explain",
    description = "Say clause by clause why a rule matches, or which clause failed and how nearly.")
final class RulesExplainCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 20;

  @Mixin private RulesOption rules = new RulesOption();

  @Option(names = "--rule", paramLabel = "ID", required = true, description = "Which rule.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String id;

  @Option(names = "--json", description = "One JSON line an article, for machines.")
  private boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "JSON lines {\"id\",\"headline\",\"body\"}; - for standard input (default).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String file;

  @Override
  public Integer call() {
    RuleExplainer explainer = new RuleExplainer(rule(rules.load()));
    ArticleLines articles = new ArticleLines();
    return new LineWork(file, Screen.standard())
        .run(line -> text(explainer.explain(articles.article(line))));
  }

  private String text(Explanation explanation) {
    return json ? ExplanationJson.of(explanation) : ExplanationText.of(explanation);
  }

  private Rule rule(RuleSet set) {
    return set.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal("no rule " + id + ": there are " + names(set)));
  }

  private static String names(RuleSet set) {
    return set.rules().stream().map(Rule::id).limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (set.rules().size() > MOST_NAMES ? ", …" : "");
  }
}
