package io.wirewatch.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All rules that run together. Immutable. */
public final class RuleSet {
  private final List<Rule> rules;
  private final String hash;

  private RuleSet(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.hash =
        Definition.hash(
            rules.stream()
                .map(rule -> rule.id() + " " + rule.version())
                .sorted()
                .collect(Collectors.joining("\n")));
  }

  /**
   * Reads a rule file, or the files of a directory that end in {@code .yaml}, {@code .yml} or
   * {@code .jsonl}, in the order of their names. One file with a problem refuses the whole set.
   *
   * @throws RuleProblems with everything that is wrong, in all files
   */
  public static RuleSet load(Path fileOrDirectory) throws RuleProblems {
    return new RuleSet(new RuleSetLoader().load(fileOrDirectory));
  }

  /** These rules, in this order; their ids must be unique. */
  public static RuleSet of(List<Rule> rules) {
    return new RuleSet(rules);
  }

  /**
   * Rules from their {@linkplain Rule#definition() definitions}, in this order.
   *
   * @throws RuleProblems with everything that is wrong; a problem's line is the place in the list,
   *     the first is 1
   */
  public static RuleSet ofDefinitions(List<String> definitions) throws RuleProblems {
    return new RuleSet(new RuleSetLoader().read(definitions));
  }

  /**
   * Says which rules these are: the same for the same ids and versions, whatever files they come
   * from.
   */
  public String hash() {
    return hash;
  }

  /** At least one; YAML files before JSON lines, each in the order of the file; ids are unique. */
  public List<Rule> rules() {
    return rules;
  }

  /** Where alerts of these rules may go, beside the common topic. */
  public SortedSet<String> routes() {
    return rules.stream()
        .map(Rule::alertRoute)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Matches articles against these rules. */
  public Matcher matcher() {
    return new PlainMatcher(rules);
  }
}
