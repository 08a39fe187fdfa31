package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Clause;
import java.util.List;
import java.util.stream.Collectors;

/** Clauses in words, as an author knows them from the file. */
final class ClauseText {
  private ClauseText() {}

  /** One line, without the parts of what has parts. */
  static String label(Clause clause) {
    if (clause instanceof Clause.Words words) {
      return label(words);
    }
    if (clause instanceof Clause.Concept concept) {
      return "concept " + concept.name();
    }
    if (clause instanceof Clause.Near near) {
      return "near, within " + near.within() + " words" + (near.ordered() ? ", in this order" : "");
    }
    if (clause instanceof Clause.Score score) {
      return "score of at least " + number(score.atLeast());
    }
    if (clause instanceof Clause.All all) {
      return "all of " + all.of().size();
    }
    return clause instanceof Clause.AnyOf any ? "any of " + any.of().size() : "none of";
  }

  private static String label(Clause.Words words) {
    boolean several = words.spellings().get(0).size() > 1;
    String kind =
        switch (words.match()) {
          case PREFIX -> "prefix ";
          case EXACT -> several ? "exact phrase " : "exact ";
          case STEM -> several ? "phrase " : "term ";
        };
    return kind
        + quote(words.term())
        + (words.upper() ? " in capitals" : "")
        + (words.clitics() ? " with clitics" : "")
        + (words.slop() > 0 ? " with up to " + words.slop() + " words between" : "");
  }

  /** One line, parts and all. */
  static String whole(Clause clause) {
    return label(clause)
        + clause.parts().stream()
            .map(ClauseText::whole)
            .collect(Collectors.collectingAndThen(Collectors.toList(), ClauseText::list));
  }

  private static String list(List<String> parts) {
    return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
  }

  static String quote(String text) {
    return "'" + text + "'";
  }

  /** Without a fraction that is none. */
  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
