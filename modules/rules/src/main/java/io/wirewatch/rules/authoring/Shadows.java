package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Rules that add nothing to another one. */
final class Shadows {
  /* A rule can only be implied by one that looks for a word that it looks for too, so those are compared. A word that very
   * many rules share says little: without this bound the comparison would be quadratic. */
  private static final int MOST_SHARING = 200;

  private final List<Rule> rules;
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  Shadows(List<Rule> rules) {
    this.rules = rules;
    for (int i = 0; i < rules.size(); i++) {
      int number = i;
      words(rules.get(i))
          .forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>(1)).add(number));
    }
  }

  private static Set<String> words(Rule rule) {
    Set<String> words = new LinkedHashSet<>();
    Clauses.words(rule.when())
        .forEach(
            named ->
                named.words().spellings().get(0).stream()
                    .map(Clause.Word::folded)
                    .forEach(words::add));
    return words;
  }

  /** Why the rule adds nothing; empty where it may. */
  Optional<String> of(int number) {
    Rule rule = rules.get(number);
    Set<Integer> candidates = new LinkedHashSet<>();
    words(rule).stream()
        .map(word -> byWord.getOrDefault(word, List.of()))
        .filter(sharing -> sharing.size() <= MOST_SHARING)
        .forEach(candidates::addAll);
    candidates.remove(number);
    return candidates.stream()
        .map(other -> shadow(number, other))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> shadow(int number, int otherNumber) {
    Rule rule = rules.get(number);
    Rule other = rules.get(otherNumber);
    if (!Implication.holds(rule, other)) {
      return Optional.empty();
    }
    String name = ClauseText.quote(other.id());
    if (Implication.holds(other, rule)) {
      return otherNumber < number
          ? Optional.of("has the same condition as rule " + name)
          : Optional.empty();
    }
    boolean sameAlert =
        Objects.equals(rule.alertRoute(), other.alertRoute())
            && rule.severity() == other.severity();
    return sameAlert
        ? Optional.of(
            "is shadowed: whatever it matches, rule "
                + name
                + " matches, with the same route and severity")
        : Optional.empty();
  }
}
