package io.wirewatch.rules;

/**
 * A matcher whose rules can be changed one by one while articles are matched. An article is matched
 * against the rules before a change or those after it, never against half of one. Thread-safe.
 */
public interface ChangingMatcher extends Matcher {
  /**
   * Adds a rule, or puts it in the place of the one with the same id. A rule that is new comes last
   * in the order of matches.
   */
  void put(Rule rule);

  /** Takes a rule away; whether it was there. */
  boolean remove(String id);
}
