package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Explains one rule on articles. Thread-safe. */
public final class RuleExplainer {
  private final Rule rule;
  private final Probe.Asking asking;
  private final NearMisses misses;

  /** An explainer of the rule. */
  public RuleExplainer(Rule rule) {
    this.rule = rule;
    Probe probe = new Probe();
    Clauses.all(rule.when())
        .filter(PartReading::isAsked)
        .forEach(clause -> probe.add(PartReading.question(rule, clause)));
    Clauses.words(rule.when())
        .forEach(named -> probe.add(PartReading.question(rule, named.words())));
    this.asking = probe.asking();
    this.misses = new NearMisses(rule);
  }

  /** Why the article matches the rule, or why not. */
  public static Explanation explain(Rule rule, Article article) {
    return new RuleExplainer(rule).explain(article);
  }

  /** Why the article matches, or why not. */
  public Explanation explain(Article article) {
    Probe.Answers answers = asking.of(article);
    Explanation.Part when = new PartReading(rule, article, answers, words -> "").read(rule.when());
    if (!when.holds()) {
      when = new PartReading(rule, article, answers, misses.in(article)).read(rule.when());
    }
    List<Explanation.Filtered> filters = filters(article);
    boolean passes = filters.stream().allMatch(Explanation.Filtered::passes);
    return new Explanation(rule, article.id(), when.holds() && passes, when, filters);
  }

  private List<Explanation.Filtered> filters(Article article) {
    return Stream.of(
            filtered("region", rule.filters().region(), article.regions(), article),
            filtered("source", rule.filters().source(), Set.of(article.source()), article),
            filtered("language", rule.filters().language(), Set.of(article.language()), article),
            filtered("entity", rule.filters().entity(), article.entities(), article))
        .filter(filtered -> !filtered.filter().equals(Filters.NONE.region()))
        .toList();
  }

  private Explanation.Filtered filtered(
      String name, Filters.Filter filter, Set<String> has, Article article) {
    boolean passes = rule.filters().only(Set.of(name)).pass(article);
    return new Explanation.Filtered(name, filter, has, passes);
  }
}
