package io.wirewatch.rules;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** All rules that run together. Immutable. */
public final class RuleSet {
  private final RuleList rules;
  private final String hash;
  private final SortedSet<String> routes;

  RuleSet(RuleList rules, String hash, SortedSet<String> routes) {
    this.rules = rules;
    this.hash = hash;
    this.routes = Collections.unmodifiableSortedSet(routes);
  }

  /** These rules, in this order; their ids must be unique. */
  public static RuleSet of(List<Rule> rules) {
    var hash = new RuleSetHash();
    SortedSet<String> routes = new TreeSet<>();
    for (Rule rule : rules) {
      hash.add(rule);
      rule.addRouteTo(routes);
    }
    return new RuleSet(new RuleList(rules), hash.value(), routes);
  }

  /**
   * Reads a rule file, or the files of a directory that end in {@code .yaml}, {@code .yml} or
   * {@code .jsonl}, in the order of their names. One file with a problem refuses the whole set.
   *
   * @throws RuleProblems with everything that is wrong, in all files
   */
  public static RuleSet load(Path fileOrDirectory) throws RuleProblems {
    return load(fileOrDirectory, LoadProgress.UNSEEN);
  }

  /** The same, and says how far it is. */
  public static RuleSet load(Path fileOrDirectory, LoadProgress progress) throws RuleProblems {
    return new RuleSetLoader(progress).load(fileOrDirectory);
  }

  /**
   * Rules from their {@linkplain Rule#definition() definitions}, in this order.
   *
   * @throws RuleProblems with everything that is wrong; a problem's line is the place in the list,
   *     the first is 1
   */
  public static RuleSet ofDefinitions(Iterable<String> definitions, LoadProgress progress)
      throws RuleProblems {
    return new RuleSetLoader(progress).load(definitions);
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
    return routes;
  }

  /** Matches articles against these rules to begin with. */
  public ChangingMatcher changingMatcher() {
    return new IndexedMatcher(rules);
  }

  /** Matches articles against these rules. */
  public Matcher matcher() {
    return matcher(LoadProgress.UNSEEN);
  }

  /** The same, and says how far the rules are compiled. */
  public Matcher matcher(LoadProgress progress) {
    return new IndexedMatcher(rules, progress);
  }
}
