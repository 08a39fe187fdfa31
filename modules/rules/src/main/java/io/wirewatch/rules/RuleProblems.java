package io.wirewatch.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set that cannot be used, with everything that is wrong in it. */
public final class RuleProblems extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  RuleProblems(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /**
   * At least one; in the order of files and lines; at most 1,000, of which the last then says that
   * there are more.
   */
  public List<Problem> problems() {
    return problems;
  }
}
