package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Problem;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RulePlaces;
import io.wirewatch.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is doubtful in a rule set that can be used: each a {@link Problem} that stops nobody. */
public final class RuleWarnings {
  private final List<Rule> rules;
  private final RulePlaces places;

  /** Warnings of a set, told with these places. */
  public RuleWarnings(RuleSet set, RulePlaces places) {
    this.rules = set.rules();
    this.places = places;
  }

  /**
   * Rules that can never match, rules that add nothing to another, concepts that no rule uses; in
   * the order of the rules.
   */
  public List<Problem> ofTheSet() {
    List<Problem> warnings = new ArrayList<>();
    var shadows = new Shadows(rules);
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      int number = i;
      new Contradiction(rule)
          .reason()
          .map(reason -> warning(rule, "can never match: " + reason, "correct it or take it out"))
          .or(() -> shadows.of(number).map(reason -> shadowed(rule, reason)))
          .ifPresent(warnings::add);
    }
    warnings.addAll(unusedConcepts());
    return warnings;
  }

  /** Rules that match more than half of the sample, each with its commonest term. */
  public List<Problem> onSample(List<Article> sample) {
    RuleStats stats = RuleStats.of(rules, sample);
    List<Problem> warnings = new ArrayList<>();
    for (RuleStats.RuleHits hits : stats.rules()) {
      if (hits.articles() * 2 > sample.size()) {
        warnings.add(
            warning(
                hits.rule(),
                "matches %d of the %d articles of the sample%s"
                    .formatted(hits.articles(), sample.size(), commonest(hits.rule(), stats)),
                "a rarer term, a phrase, or near"));
      }
    }
    return warnings;
  }

  private static String commonest(Rule rule, RuleStats stats) {
    Set<Clause.Words> own =
        Clauses.words(rule.when()).map(Clauses.Named::words).collect(Collectors.toSet());
    return stats.terms().stream()
        .filter(hits -> own.contains(hits.words()))
        .findFirst()
        .map(hits -> "; " + ClauseText.label(hits.words()) + " is in " + hits.articles())
        .orElse("");
  }

  private List<Problem> unusedConcepts() {
    Set<String> used =
        rules.stream()
            .flatMap(rule -> Stream.concat(Stream.of(rule.when()), rule.notSpan().stream()))
            .flatMap(Clauses::all)
            .filter(Clause.Concept.class::isInstance)
            .map(concept -> ((Clause.Concept) concept).name())
            .collect(Collectors.toSet());
    return places.concepts().entrySet().stream()
        .filter(concept -> !used.contains(concept.getKey()))
        .map(
            concept ->
                problem(
                    concept.getValue(),
                    "concept " + ClauseText.quote(concept.getKey()) + " is used by no rule",
                    "a rule that uses it, or take it out"))
        .toList();
  }

  private Problem shadowed(Rule rule, String reason) {
    return warning(rule, reason, "take one of them out, or tell them apart");
  }

  private Problem warning(Rule rule, String wrong, String right) {
    return problem(
        places.rule(rule.id()).orElse(new RulePlaces.Place("", 0, 0)),
        "rule " + ClauseText.quote(rule.id()) + " " + wrong,
        right);
  }

  private static Problem problem(RulePlaces.Place place, String wrong, String right) {
    return new Problem(place.file(), place.line(), place.column(), "warning: " + wrong, right);
  }
}
