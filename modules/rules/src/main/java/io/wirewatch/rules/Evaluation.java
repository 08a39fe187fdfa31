package io.wirewatch.rules;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the clauses of one rule over one article, as their records say. */
final class Evaluation {
  private final Clause when;
  private final List<Clause> notSpan;
  private final HitSearch search;
  private @Nullable Map<Field, BitSet> excluded;

  Evaluation(Rule rule, HitSearch search) {
    this.when = rule.when();
    this.notSpan = rule.notSpan();
    this.search = search;
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
      return Finding.of(search.near(near, this::hits));
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
    Finding together = Finding.NO;
    for (Clause part : search.alternatives(any)) {
      Finding finding = evaluate(part);
      if (finding.holds()) {
        together = together.holds() ? together.and(finding) : finding;
      }
    }
    return together;
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

  /** Sorted; without those that overlap what the rule excludes. */
  private List<Hit> hits(Clause clause) {
    List<Hit> hits = search.find(clause);
    return hits.isEmpty() || notSpan.isEmpty()
        ? hits
        : hits.stream().filter(hit -> !isExcluded(hit)).toList();
  }

  private boolean isExcluded(Hit hit) {
    BitSet tokens = excluded().get(hit.field());
    int next = tokens == null ? -1 : tokens.nextSetBit(hit.at().first());
    return next >= 0 && next <= hit.at().last();
  }

  /**
   * The tokens that do not count. Looked for only when something was found, since mostly nothing
   * is.
   */
  private Map<Field, BitSet> excluded() {
    Map<Field, BitSet> known = excluded;
    if (known == null) {
      known = new EnumMap<>(Field.class);
      for (Clause clause : notSpan) {
        for (Hit hit : search.find(clause)) {
          known
              .computeIfAbsent(hit.field(), field -> new BitSet())
              .set(hit.at().first(), hit.at().last() + 1);
        }
      }
      excluded = known;
    }
    return known;
  }
}
