package io.wirewatch.rules;

import java.util.List;

/**
 * Finds the rules that an article matches. Thread-safe; what a rule means does not depend on which
 * matcher is asked.
 */
public interface Matcher {
  /** One match for each rule that holds, in the order of the rule set; empty when none does. */
  List<RuleMatch> match(Article article);

  /**
   * Whether the words of any rule hold, whatever its filters say: false means that none can match,
   * wherever the article plays and whomever it names. A matcher that cannot tell says true.
   */
  default boolean mayMatch(Article article) {
    return true;
  }
}
