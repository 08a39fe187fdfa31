package io.wirewatch.rules;

import java.util.List;

/**
 * An example that comes with a rule.
 *
 * @param file where it stands
 * @param line where it stands
 * @param article the example
 * @param expected the texts that must be found, each once, in any order; empty when the rule must
 *     not match
 */
public record RuleTest(String file, int line, Article article, List<String> expected) {
  /** Copies the list. */
  public RuleTest {
    expected = List.copyOf(expected);
  }
}
