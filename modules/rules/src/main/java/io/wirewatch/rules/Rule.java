package io.wirewatch.rules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule, checked and complete: defaults are filled in, concepts resolved.
 *
 * @param id unique in its set
 * @param version a hash of the normalised definition, concepts and defaults included, tests and
 *     layout not
 * @param definition the normalised definition itself, as a rule file of one rule in JSON
 * @param route as written in the file: the suffix of the topic that alerts go to beside the common
 *     one
 * @param fields where its clauses look
 * @param when what must hold
 * @param notSpan occurrences that overlap one of these do not count; of a {@link Clause.Near}, its
 *     parts are meant, not what lies between
 * @param suppress how delivery shall thin out its alerts; matching ignores it
 */
public record Rule(
    String id,
    String version,
    String definition,
    String title,
    Severity severity,
    Status status,
    @Nullable String route,
    Set<Field> fields,
    Clause when,
    List<Clause> notSpan,
    Filters filters,
    @Nullable Suppress suppress,
    List<RuleTest> tests) {

  /** The route of every rule that is not trusted yet. */
  public static final String EXPERIMENTAL_ROUTE = "experimental";

  /** Copies the collections. */
  public Rule {
    fields = Set.copyOf(fields);
    notSpan = List.copyOf(notSpan);
    tests = List.copyOf(tests);
  }

  /**
   * Where its alerts go: {@value #EXPERIMENTAL_ROUTE}, and nowhere else, for an experimental rule.
   */
  public @Nullable String alertRoute() {
    return status == Status.EXPERIMENTAL ? EXPERIMENTAL_ROUTE : route;
  }

  void addRouteTo(Set<String> routes) {
    String mine = alertRoute();
    if (mine != null) {
      routes.add(mine);
    }
  }

  /** The same rule with other filters. */
  public Rule with(Filters others) {
    return new Rule(
        id,
        version,
        definition,
        title,
        severity,
        status,
        route,
        fields,
        when,
        notSpan,
        others,
        suppress,
        tests);
  }
}
