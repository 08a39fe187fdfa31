package io.wirewatch.rules;

import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the rules that an article matches. Thread-safe; what a rule means does not depend on which
 * matcher is asked.
 */
public interface Matcher {
  /** One match for each rule that holds, in the order of the rule set; empty when none does. */
  default List<RuleMatch> match(Article article) {
    return match(article, () -> article);
  }

  /**
   * The same of an article that is read in full only where that matters: where the words of no rule
   * hold none can match, wherever the article plays and whomever it names.
   *
   * @param unread the article; its regions and entities are not looked at
   * @param read the same with them; asked once, and only where the words of a rule hold. What it
   *     throws is thrown
   */
  List<RuleMatch> match(Article unread, Supplier<Article> read);
}
