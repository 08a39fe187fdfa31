package io.wirewatch.rules;

import java.util.List;
import java.util.Set;

/**
 * An example that comes with a rule.
 *
 * @param file where it stands
 * @param line where it stands
 * @param article the example
 * @param stated what the test says of it beside its text: region, source, language, entity; a
 *     filter on anything else is not tested
 * @param expected the texts that must be found, each once, in any order; empty when the rule must
 *     not match
 */
public record RuleTest(
    String file, int line, Article article, Set<String> stated, List<String> expected) {
  /** Copies the collections. */
  public RuleTest {
    stated = Set.copyOf(stated);
    expected = List.copyOf(expected);
  }
}
