package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Evaluates the clauses of one rule over one article, as their records say. */
final class Evaluation {
  private final Clause when;
  private final Map<Field, WordsSearch> searches;
  private final Map<Field, BitSet> excluded = new EnumMap<>(Field.class);

  Evaluation(Rule rule, Map<Field, WordsSearch> searches) {
    this.when = rule.when();
    this.searches = searches;
    rule.notSpan().stream().flatMap(this::allHits).forEach(this::exclude);
  }

  Finding finding() {
    return evaluate(when);
  }

  private Finding evaluate(Clause clause) {
    if (clause instanceof Clause.All all) {
      return all(all);
    }
    if (clause instanceof Clause.AnyOf any) {
      return any(any);
    }
    if (clause instanceof Clause.NoneOf none) {
      return Finding.without(none.of().stream().noneMatch(part -> evaluate(part).holds()));
    }
    if (clause instanceof Clause.Near near) {
      return Finding.of(nearHits(near));
    }
    if (clause instanceof Clause.Score score) {
      return score(score);
    }
    return Finding.of(hits(clause));
  }

  private Finding all(Clause.All all) {
    Finding together = Finding.without(true);
    for (Clause part : all.of()) {
      together = together.and(evaluate(part));
      if (!together.holds()) {
        return Finding.NO;
      }
    }
    return together;
  }

  private Finding any(Clause.AnyOf any) {
    List<Finding> holding = any.of().stream().map(this::evaluate).filter(Finding::holds).toList();
    return holding.stream().reduce(Finding::and).orElse(Finding.NO);
  }

  private Finding score(Clause.Score score) {
    double sum = 0;
    Finding together = Finding.without(true);
    for (Clause.Weighted weighted : score.of()) {
      Finding finding = evaluate(weighted.clause());
      if (finding.holds()) {
        sum += weighted.weight();
        together = together.and(finding);
      }
    }
    return sum >= score.atLeast() ? together : Finding.NO;
  }

  private List<Hit> nearHits(Clause.Near near) {
    List<List<Hit>> parts = near.of().stream().map(this::hits).toList();
    List<Hit> found = new ArrayList<>();
    for (Field field : searches.keySet()) {
      var search =
          new NearSearch(near.within(), parts.stream().map(hits -> in(field, hits)).toList());
      found.addAll(near.ordered() ? search.ordered() : search.unordered());
    }
    return found;
  }

  private static List<Hit> in(Field field, List<Hit> hits) {
    return hits.stream().filter(hit -> hit.field() == field).toList();
  }

  /** Sorted; without those that overlap what the rule excludes. */
  private List<Hit> hits(Clause clause) {
    return allHits(clause).filter(hit -> !isExcluded(hit)).sorted(Hit.READING_ORDER).toList();
  }

  private void exclude(Hit hit) {
    excluded
        .computeIfAbsent(hit.field(), field -> new BitSet())
        .set(hit.at().first(), hit.at().last() + 1);
  }

  private boolean isExcluded(Hit hit) {
    BitSet tokens = excluded.get(hit.field());
    int next = tokens == null ? -1 : tokens.nextSetBit(hit.at().first());
    return next >= 0 && next <= hit.at().last();
  }

  private Stream<Hit> allHits(Clause clause) {
    if (clause instanceof Clause.Words words) {
      return searches.entrySet().stream()
          .flatMap(entry -> hits(entry.getKey(), entry.getValue(), words));
    }
    if (clause instanceof Clause.Concept concept) {
      return concept.aliases().stream().flatMap(this::allHits);
    }
    if (clause instanceof Clause.AnyOf any) {
      return any.of().stream().flatMap(this::allHits);
    }
    return clause instanceof Clause.Near near ? nearHits(near).stream() : Stream.empty();
  }

  private static Stream<Hit> hits(Field field, WordsSearch search, Clause.Words words) {
    return search.find(words).stream().map(at -> new Hit(field, search.tokens(), at, words));
  }
}
