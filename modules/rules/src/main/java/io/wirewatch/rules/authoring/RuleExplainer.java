package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains one rule on articles. Thread-safe. */
public final class RuleExplainer {
  private final Rule rule;
  private final Questions questions;
  private final Probe.Asking asking;
  private @Nullable NearMisses misses;

  /** An explainer of the rule. */
  public RuleExplainer(Rule rule) {
    this.rule = rule;
    this.questions = new Questions(rule);
    Probe probe = new Probe();
    questions.all().forEach(probe::add);
    this.asking = probe.asking();
  }

  /** Why the article matches the rule, or why not. */
  public static Explanation explain(Rule rule, Article article) {
    return new RuleExplainer(rule).explain(article);
  }

  /** Why the article matches, or why not. */
  public Explanation explain(Article article) {
    Probe.Answers answers = asking.of(article);
    Explanation.Part when =
        new PartReading(questions, article, answers, words -> "").read(rule.when());
    if (!when.holds()) {
      when = new PartReading(questions, article, answers, misses().in(article)).read(rule.when());
    }
    List<Explanation.Filtered> filters = filters(rule, article);
    boolean passes = filters.stream().allMatch(Explanation.Filtered::passes);
    return new Explanation(rule, article.id(), when.holds() && passes, when, filters);
  }

  /**
   * Made when first asked for: they take as long as all the rest, and where a rule matches nobody
   * asks.
   */
  private synchronized NearMisses misses() {
    NearMisses made = misses;
    if (made == null) {
      made = new NearMisses(questions);
      misses = made;
    }
    return made;
  }

  /** The spans of a match, in its order, each with the concept and language that found it. */
  public static List<Explanation.Evidence> evidence(RuleMatch match, Article article) {
    Origins origins = new Origins(match.rule().when());
    return match.spans().stream().map(span -> origins.of(span, article)).toList();
  }

  /** What becomes of the filters that a rule has; in the order region, source, language, entity. */
  public static List<Explanation.Filtered> filters(Rule rule, Article article) {
    Filters filters = rule.filters();
    Set<String> source = article.source().isEmpty() ? Set.of() : Set.of(article.source());
    return Stream.of(
            filtered("region", filters.region(), article.regions()),
            filtered("source", filters.source(), source),
            filtered("language", filters.language(), Set.of(article.language())),
            filtered("entity", filters.entity(), article.entities()))
        .filter(filtered -> !filtered.filter().equals(Filters.NONE.region()))
        .map(filtered -> filtered.passing(filters.only(Set.of(filtered.name())).pass(article)))
        .toList();
  }

  private static Explanation.Filtered filtered(
      String name, Filters.Filter filter, Set<String> has) {
    return new Explanation.Filtered(name, filter, has, true);
  }
}
