package io.wirewatch.rules.authoring;

import io.wirewatch.language.Language;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an article matches a rule, or why not.
 *
 * @param article its id
 * @param matches whether it does: the text holds and every filter passes
 * @param when what became of the rule's condition
 * @param filters those that the rule has; in the order region, source, language, entity
 */
public record Explanation(
    Rule rule, String article, boolean matches, Part when, List<Filtered> filters) {
  /** Copies the list. */
  public Explanation {
    filters = List.copyOf(filters);
  }

  /**
   * What became of a clause.
   *
   * @param label the clause in words, without its parts
   * @param nearness how near it came: 1 where it holds, 0 where nothing of it is there
   * @param evidence the places that it found, in reading order, at most five for each term; of a
   *     clause with parts its own only: what is near, and what {@code none} must not find
   * @param unlisted how many places more there are
   * @param remark what else is to say, mostly how near a clause that does not hold came; or empty
   * @param parts the clauses inside it, in the order of the file
   */
  public record Part(
      Clause clause,
      String label,
      boolean holds,
      double nearness,
      List<Evidence> evidence,
      int unlisted,
      String remark,
      List<Part> parts) {
    /** Copies the lists. */
    public Part {
      evidence = List.copyOf(evidence);
      parts = List.copyOf(parts);
    }
  }

  /**
   * A place in the article.
   *
   * @param concept the concept whose alias was found; empty for a term of the rule's own
   * @param language the language of the alias; null where it has none
   * @param span where, what the article says there and the term as the file says it
   */
  public record Evidence(String concept, @Nullable Language language, Span span) {}

  /**
   * What became of a filter.
   *
   * @param name region, source, language or entity
   * @param has what the article has of it
   */
  public record Filtered(String name, Filters.Filter filter, Set<String> has, boolean passes) {
    /** Copies the set. */
    public Filtered {
      has = Set.copyOf(has);
    }

    Filtered passing(boolean now) {
      return new Filtered(name, filter, has, now);
    }
  }

  /**
   * The innermost clause that failed first, in the order of the file; empty where the text holds,
   * even if a filter then does not pass.
   */
  public Optional<Part> firstFailure() {
    return when.holds() ? Optional.empty() : Optional.of(firstFailure(when));
  }

  /**
   * Why it does not match, in words: the first failure, or the filters that do not pass; empty
   * where it matches.
   */
  public String reason() {
    return firstFailure()
        .map(part -> part.label() + (part.remark().isEmpty() ? "" : ": " + part.remark()))
        .orElseGet(
            () ->
                filters.stream()
                    .filter(filter -> !filter.passes())
                    .map(filter -> "the filter on " + filter.name())
                    .collect(Collectors.joining(", ")));
  }

  private static Part firstFailure(Part failed) {
    return failed.clause() instanceof Clause.All
        ? failed.parts().stream()
            .filter(part -> !part.holds())
            .findFirst()
            .map(Explanation::firstFailure)
            .orElse(failed)
        : failed;
  }
}
