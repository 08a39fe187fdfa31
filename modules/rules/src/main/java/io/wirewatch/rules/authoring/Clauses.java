package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Clause;
import java.util.List;
import java.util.stream.Stream;

/** Ways through a tree of clauses. */
final class Clauses {
  private Clauses() {}

  /** The clause and everything below it, parents first; aliases of concepts not. */
  static Stream<Clause> all(Clause clause) {
    return Stream.concat(Stream.of(clause), clause.parts().stream().flatMap(Clauses::all));
  }

  /** Words in it, and those that are aliases; in the order of the file. */
  static Stream<Named> words(Clause clause) {
    return all(clause)
        .flatMap(
            part -> {
              if (part instanceof Clause.Words words) {
                return Stream.of(new Named("", words));
              }
              return part instanceof Clause.Concept concept
                  ? concept.aliases().stream().map(alias -> new Named(concept.name(), alias))
                  : Stream.of();
            });
  }

  /**
   * Words with the concept that they are an alias of.
   *
   * @param concept empty where they stand by themselves
   */
  record Named(String concept, Clause.Words words) {}

  /** The alternatives that a clause with a place in the text consists of. */
  static List<Clause> alternatives(Clause clause) {
    if (clause instanceof Clause.Concept concept) {
      return List.copyOf(concept.aliases());
    }
    return clause instanceof Clause.AnyOf any
        ? any.of().stream().flatMap(part -> alternatives(part).stream()).toList()
        : List.of(clause);
  }

  /** Whether more text can make it hold no more. */
  static boolean hasNegation(Clause clause) {
    return all(clause)
        .anyMatch(
            part ->
                part instanceof Clause.NoneOf
                    || (part instanceof Clause.Score score
                        && score.of().stream().anyMatch(weighted -> weighted.weight() < 0)));
  }

  /** The conjuncts that an {@code all} of {@code all}s comes to. */
  static Stream<Clause> conjuncts(Clause clause) {
    return clause instanceof Clause.All all
        ? all.of().stream().flatMap(Clauses::conjuncts)
        : Stream.of(clause);
  }
}
