package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the tests that come with rules. */
public final class RuleTests {
  private RuleTests() {}

  /**
   * What became of one test.
   *
   * @param found the texts that the rule found, each once; empty when it did not match
   */
  public record Result(Rule rule, RuleTest test, Set<String> found) {
    /** Whether it found what the test expects. */
    public boolean passed() {
      return found.equals(new TreeSet<>(test.expected()));
    }

    @Override
    public String toString() {
      String article = (test.article().headline() + " " + test.article().body()).strip();
      return "%s:%d: rule %s on \"%s\": expected %s, found %s"
          .formatted(
              test.file(), test.line(), rule.id(), article, new TreeSet<>(test.expected()), found);
    }
  }

  /**
   * One result for each test, in the order of the rules. A test looks at its own rule only, and at
   * those of its filters of which the test says something.
   */
  public static List<Result> run(List<Rule> rules) {
    List<Result> results = new ArrayList<>();
    for (Rule rule : rules) {
      for (RuleTest test : rule.tests()) {
        results.add(
            new Result(rule, test, found(rule.with(rule.filters().only(test.stated())), test)));
      }
    }
    return results;
  }

  private static Set<String> found(Rule rule, RuleTest test) {
    Matcher matcher = new IndexedMatcher(new RuleList(List.of(rule)));
    Set<String> found = new TreeSet<>();
    matcher
        .match(test.article())
        .forEach(match -> match.spans().forEach(span -> found.add(span.text())));
    return found;
  }
}
