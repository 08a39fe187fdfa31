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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that add nothing to another one. */
final class Shadows {
  /* A rule can only be implied by one that looks for a word that it looks for too, so those are compared. A word that very
   * many rules share says little: without this bound the comparison would be quadratic. */
  private static final int MOST_SHARING = 200;
  private static final int SHORTEST_PREFIX = 4;
  private static final int LONGEST_PREFIX = 20;

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

  /** What it looks for; a prefix with a star. */
  private static Set<String> words(Rule rule) {
    Set<String> words = new LinkedHashSet<>();
    Clauses.words(rule.when()).map(Clauses.Named::words).forEach(named -> add(words, named));
    return words;
  }

  private static void add(Set<String> words, Clause.Words named) {
    String star = named.match() == Clause.Match.PREFIX ? "*" : "";
    named.spellings().get(0).forEach(word -> words.add(word.folded() + star));
  }

  /** The word, and every prefix that it has. */
  private static Stream<String> ways(String word) {
    return Stream.concat(
        Stream.of(word),
        IntStream.rangeClosed(SHORTEST_PREFIX, Math.min(LONGEST_PREFIX, word.length()))
            .mapToObj(length -> word.substring(0, length) + "*"));
  }

  /** Why the rule adds nothing; empty where it may. */
  Optional<String> of(int number) {
    Rule rule = rules.get(number);
    Set<Integer> candidates = new LinkedHashSet<>();
    words(rule).stream()
        .flatMap(Shadows::ways)
        .map(word -> byWord.getOrDefault(word, List.of()))
        .filter(sharing -> sharing.size() <= MOST_SHARING)
        .forEach(candidates::addAll);
    candidates.remove(number);
    var implication = new Implication();
    return candidates.stream()
        .map(other -> shadow(number, other, implication))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> shadow(int number, int otherNumber, Implication implication) {
    Rule rule = rules.get(number);
    Rule other = rules.get(otherNumber);
    if (!implication.holds(rule, other)) {
      return Optional.empty();
    }
    String name = ClauseText.quote(other.id());
    if (implication.holds(other, rule)) {
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
