package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what must be near one another has room in the stretch that is given to it. */
final class NearRoom {
  private final Rule rule;

  NearRoom(Rule rule) {
    this.rule = rule;
  }

  /** Says so where it has not. */
  Optional<String> tooSmall(Clause.Near near) {
    int needed = near.ordered() ? sum(near.of()) : longest(near.of());
    if (!near.ordered() && near.within() < near.of().size() && areDistinctWords(near.of())) {
      needed = Math.max(needed, near.of().size());
    }
    return needed <= near.within()
        ? Optional.empty()
        : Optional.of(
            "near within "
                + near.within()
                + " words is too small for its parts, which take "
                + needed);
  }

  private static int sum(List<Clause> parts) {
    return parts.stream().mapToInt(NearRoom::shortest).sum();
  }

  private static int longest(List<Clause> parts) {
    return parts.stream().mapToInt(NearRoom::shortest).max().orElse(0);
  }

  /** How many words the clause takes at least. */
  private static int shortest(Clause clause) {
    return Clauses.alternatives(clause).stream()
        .map(Clause.Words.class::cast)
        .flatMap(words -> words.spellings().stream())
        .mapToInt(List::size)
        .min()
        .orElse(1);
  }

  /** Whether no word of a text can be two of the parts. */
  private boolean areDistinctWords(List<Clause> parts) {
    for (Clause part : parts) {
      for (Clause other : parts) {
        if (part != other && canBeOne(part, other)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean canBeOne(Clause part, Clause other) {
    return Clauses.alternatives(part).stream()
        .map(Clause.Words.class::cast)
        .anyMatch(
            words ->
                words.match() == Clause.Match.PREFIX
                    || words.spellings().size() > 1
                    || finds(other, words.term()));
  }

  private boolean finds(Clause clause, String text) {
    Article article = new Article("", text, text, "", "", Set.of(), Set.of());
    return Probe.once(new Probe.Question(clause, rule.fields(), List.of()), article).isPresent();
  }
}
