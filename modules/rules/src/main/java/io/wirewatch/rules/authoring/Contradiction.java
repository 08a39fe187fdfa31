package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Why a rule can never match, as far as it can be told without a text. */
final class Contradiction {
  private final Rule rule;
  private final Implication implication = new Implication();

  Contradiction(Rule rule) {
    this.rule = rule;
  }

  /** The reason; empty where the rule may match. */
  Optional<String> reason() {
    return never(rule.when()).or(this::ofFilters);
  }

  private Optional<String> never(Clause clause) {
    if (clause instanceof Clause.All) {
      return conjunction(Clauses.conjuncts(clause).toList());
    }
    if (clause instanceof Clause.AnyOf any) {
      List<String> reasons = any.of().stream().map(this::never).flatMap(Optional::stream).toList();
      return reasons.size() == any.of().size() ? Optional.of(reasons.get(0)) : Optional.empty();
    }
    if (clause instanceof Clause.Near near) {
      return near.of().stream()
          .map(this::never)
          .flatMap(Optional::stream)
          .findFirst()
          .or(() -> new NearRoom(rule).tooSmall(near));
    }
    if (clause instanceof Clause.Score score) {
      return score(score);
    }
    return clause instanceof Clause.NoneOf ? Optional.empty() : removed(clause);
  }

  private Optional<String> conjunction(List<Clause> conjuncts) {
    List<Clause> forbidden =
        conjuncts.stream()
            .filter(Clause.NoneOf.class::isInstance)
            .flatMap(none -> none.parts().stream())
            .toList();
    for (Clause wanted : conjuncts) {
      for (Clause unwanted : forbidden) {
        if (!(wanted instanceof Clause.NoneOf) && implication.holds(wanted, unwanted)) {
          return Optional.of(ClauseText.label(wanted) + " must be there, and none forbids it");
        }
      }
    }
    return conjuncts.stream().map(this::never).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> score(Clause.Score score) {
    double most =
        score.of().stream()
            .filter(weighted -> never(weighted.clause()).isEmpty())
            .mapToDouble(weighted -> Math.max(0, weighted.weight()))
            .sum();
    return most >= score.atLeast()
        ? Optional.empty()
        : Optional.of(
            "its weights add up to "
                + ClauseText.number(most)
                + " at most, and at_least is "
                + ClauseText.number(score.atLeast()));
  }

  private Optional<String> removed(Clause clause) {
    return rule.notSpan().stream()
        .filter(span -> !(span instanceof Clause.Near))
        .filter(span -> implication.holds(clause, span))
        .findFirst()
        .map(span -> "not_span takes every " + ClauseText.label(clause) + " away");
  }

  private Optional<String> ofFilters() {
    Filters filters = rule.filters();
    return Stream.of(
            excluded("region", filters.region(), value -> article("", "", Set.of(value), Set.of())),
            excluded("source", filters.source(), value -> article(value, "", Set.of(), Set.of())),
            excluded(
                "language", filters.language(), value -> article("", value, Set.of(), Set.of())),
            excluded("entity", filters.entity(), value -> article("", "", Set.of(), Set.of(value))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> excluded(
      String name, Filters.Filter filter, Function<String, Article> articleOf) {
    Filters only = rule.filters().only(Set.of(name));
    boolean impossible =
        !filter.include().isEmpty()
            && filter.include().stream().map(articleOf).noneMatch(only::pass);
    return impossible
        ? Optional.of("the filter on " + name + " excludes all that it includes")
        : Optional.empty();
  }

  private static Article article(
      String source, String language, Set<String> regions, Set<String> entities) {
    return new Article("", "", "", language, source, regions, entities);
  }
}
