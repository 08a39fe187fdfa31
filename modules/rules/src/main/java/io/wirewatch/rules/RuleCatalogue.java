package io.wirewatch.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules by number: those of a set in its order, then those that came later. */
final class RuleCatalogue {
  private final RuleList base;
  private final Map<Integer, Rule> trees = new HashMap<>();
  private final Map<Integer, Rule> changed = new HashMap<>();
  private @Nullable Map<String, Integer> numbers;
  private int size;

  RuleCatalogue(RuleList base) {
    this.base = base;
    this.size = base.size();
  }

  /** Keeps a rule that is evaluated as a tree. */
  void keepTree(int number, Rule rule) {
    trees.put(number, rule);
  }

  Rule tree(int number) {
    return Objects.requireNonNull(trees.get(number));
  }

  /** The number of a rule that comes in, or comes in the place of another. */
  int put(Rule rule) {
    int number = numbers().computeIfAbsent(rule.id(), id -> size);
    size = Math.max(size, number + 1);
    trees.remove(number);
    changed.put(number, rule);
    return number;
  }

  /** The number that the rule had; -1 when there is none with this id. */
  int remove(String id) {
    Integer number = numbers().remove(id);
    if (number == null) {
      return -1;
    }
    trees.remove(number);
    changed.remove(number);
    return number;
  }

  RuleMatch match(int number, Finding finding) {
    // Most sets never change, and a look-up makes an object of the number.
    Rule rule = changed.isEmpty() ? null : changed.get(number);
    String id = rule == null ? base.id(number) : rule.id();
    Supplier<Rule> source = () -> rule == null ? base.get(number) : rule;
    return new RuleMatch(id, source, finding.distinctSpans(), finding.unlisted());
  }

  /** Made for the first change, since most sets never change. */
  private Map<String, Integer> numbers() {
    Map<String, Integer> known = numbers;
    if (known == null) {
      known = new HashMap<>();
      for (int number = 0; number < base.size(); number++) {
        known.put(base.id(number), number);
      }
      numbers = known;
    }
    return known;
  }
}
