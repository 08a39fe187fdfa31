package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is different between two rule sets. Tests, comments and layout do not count.
 *
 * @param removed rules of the old set whose id the new one does not have; in its order
 * @param added rules of the new set whose id the old one does not have; in its order
 * @param changed rules of which both have one with the same id and another version
 */
public record RuleSetDiff(List<Rule> removed, List<Rule> added, List<Change> changed) {
  /** Copies the lists. */
  public RuleSetDiff {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    changed = List.copyOf(changed);
  }

  /**
   * A rule that says something else now.
   *
   * @param what one line for each difference: the place in the rule, and {@code -} what went or
   *     {@code +} what came
   */
  public record Change(Rule before, Rule after, List<String> what) {
    /** Copies the list. */
    public Change {
      what = List.copyOf(what);
    }
  }

  /**
   * An article under two sets.
   *
   * @param lost ids of rules that matched it before and do not now
   * @param gained ids of rules that match it now and did not before
   */
  public record AlertChange(Article article, List<String> lost, List<String> gained) {
    /** Copies the lists. */
    public AlertChange {
      lost = List.copyOf(lost);
      gained = List.copyOf(gained);
    }

    /** Whether it alerts as before. */
    public boolean isEmpty() {
      return lost.isEmpty() && gained.isEmpty();
    }
  }

  /** Compares two sets. */
  public static RuleSetDiff of(RuleSet before, RuleSet after) {
    Map<String, Rule> old = byId(before);
    Map<String, Rule> now = byId(after);
    List<Change> changed = new ArrayList<>();
    for (Rule rule : now.values()) {
      Rule earlier = old.get(rule.id());
      if (earlier != null && !earlier.version().equals(rule.version())) {
        changed.add(
            new Change(earlier, rule, DefinitionDiff.of(earlier.definition(), rule.definition())));
      }
    }
    return new RuleSetDiff(
        old.values().stream().filter(rule -> !now.containsKey(rule.id())).toList(),
        now.values().stream().filter(rule -> !old.containsKey(rule.id())).toList(),
        changed);
  }

  private static Map<String, Rule> byId(RuleSet set) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    set.rules().forEach(rule -> rules.put(rule.id(), rule));
    return rules;
  }

  /** Whether the sets say the same. */
  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty() && changed.isEmpty();
  }

  /** What becomes of an article. */
  public static AlertChange alerts(Matcher before, Matcher after, Article article) {
    List<String> old = ids(before, article);
    List<String> now = ids(after, article);
    return new AlertChange(
        article,
        old.stream().filter(id -> !now.contains(id)).toList(),
        now.stream().filter(id -> !old.contains(id)).toList());
  }

  private static List<String> ids(Matcher matcher, Article article) {
    return matcher.match(article).stream().map(match -> match.rule().id()).toList();
  }
}
