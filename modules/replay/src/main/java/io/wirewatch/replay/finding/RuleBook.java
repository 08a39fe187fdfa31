package io.wirewatch.replay.finding;

import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a set that have alerted, by id. */
final class RuleBook {
  private final Map<String, Rule> rules = new HashMap<>();

  /**
   * One look at the set, which unpacks its rules one after the other.
   *
   * @param set null where there is none
   */
  RuleBook(@Nullable RuleSet set, Set<String> wanted) {
    if (set != null) {
      set.rules().stream()
          .filter(rule -> wanted.contains(rule.id()))
          .forEach(rule -> rules.put(rule.id(), rule));
    }
  }

  Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }
}
