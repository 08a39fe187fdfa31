package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Rule;
import java.util.List;

/**
 * Whether one condition holds wherever another does, as far as it can be told from their shape: a
 * yes is certain, a no is not. Used once: after many steps it says no.
 */
final class Implication {
  /* The ways to compare two deep or two long conditions are too many to try. */
  private static final int MOST_STEPS = 100_000;

  private int steps;

  /** Whether whatever the first rule matches the second matches too. */
  boolean holds(Rule narrow, Rule wide) {
    boolean sameTexts =
        narrow.fields().equals(wide.fields()) && narrow.notSpan().equals(wide.notSpan());
    boolean moreTexts =
        wide.fields().containsAll(narrow.fields())
            && narrow.notSpan().containsAll(wide.notSpan())
            && !Clauses.hasNegation(wide.when());
    return (sameTexts || moreTexts)
        && passes(narrow.filters(), wide.filters())
        && holds(narrow.when(), wide.when());
  }

  private static boolean passes(Filters narrow, Filters wide) {
    return passes(narrow.region(), wide.region())
        && passes(narrow.source(), wide.source())
        && passes(narrow.language(), wide.language())
        && passes(narrow.entity(), wide.entity());
  }

  private static boolean passes(Filters.Filter narrow, Filters.Filter wide) {
    boolean includes =
        wide.include().isEmpty()
            || (!narrow.include().isEmpty() && wide.include().containsAll(narrow.include()));
    return includes && narrow.exclude().containsAll(wide.exclude());
  }

  /** Whether the second clause holds of every text of which the first does. */
  boolean holds(Clause narrow, Clause wide) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    if (narrow.equals(wide)) {
      return true;
    }
    if (wide instanceof Clause.All all) {
      return all.of().stream().allMatch(part -> holds(narrow, part));
    }
    if (narrow instanceof Clause.AnyOf any) {
      return any.of().stream().allMatch(part -> holds(part, wide));
    }
    if (narrow instanceof Clause.Concept concept) {
      return concept.aliases().stream().allMatch(alias -> holds(alias, wide));
    }
    return holdsOfParts(narrow, wide) || holdsOfOne(narrow, wide);
  }

  /** A conjunction, or things near one another, hold what each of their parts does. */
  private boolean holdsOfParts(Clause narrow, Clause wide) {
    return (narrow instanceof Clause.All || narrow instanceof Clause.Near)
        && narrow.parts().stream().anyMatch(part -> holds(part, wide));
  }

  private boolean holdsOfOne(Clause narrow, Clause wide) {
    if (wide instanceof Clause.AnyOf any) {
      return any.of().stream().anyMatch(part -> holds(narrow, part));
    }
    if (wide instanceof Clause.Concept concept) {
      return concept.aliases().stream().anyMatch(alias -> holds(narrow, alias));
    }
    if (wide instanceof Clause.NoneOf none && narrow instanceof Clause.NoneOf more) {
      return none.of().stream()
          .allMatch(part -> more.of().stream().anyMatch(other -> holds(part, other)));
    }
    if (wide instanceof Clause.Near near && narrow instanceof Clause.Near nearer) {
      return isNearer(nearer, near);
    }
    return wide instanceof Clause.Words words
        && narrow instanceof Clause.Words stricter
        && isStricter(stricter, words);
  }

  private static boolean isNearer(Clause.Near narrow, Clause.Near wide) {
    return narrow.within() <= wide.within()
        && (narrow.ordered() || !wide.ordered())
        && narrow.of().equals(wide.of());
  }

  private static boolean isStricter(Clause.Words narrow, Clause.Words wide) {
    boolean written = narrow.upper() || !wide.upper();
    boolean folded =
        wide.folded() == null
            || (wide.folded().equals(narrow.folded())
                && wide.spellings().equals(narrow.spellings()));
    boolean anywhere =
        wide.context().equals(Clause.Context.ANY) || wide.context().equals(narrow.context());
    return written
        && folded
        && anywhere
        && (isPrefixOf(wide, narrow)
            || (narrow.slop() <= wide.slop()
                && folded(narrow).equals(folded(wide))
                && matches(narrow, wide)));
  }

  private static boolean matches(Clause.Words narrow, Clause.Words wide) {
    boolean plainExact = narrow.match() == Clause.Match.EXACT && !narrow.clitics();
    boolean sameWay =
        narrow.match() == wide.match()
            && narrow.language() == wide.language()
            && narrow.clitics() == wide.clitics();
    return sameWay
        || (plainExact && wide.match() == Clause.Match.STEM)
        || (plainExact && wide.match() == Clause.Match.EXACT);
  }

  private static boolean isPrefixOf(Clause.Words wide, Clause.Words narrow) {
    return wide.match() == Clause.Match.PREFIX
        && narrow.match() == Clause.Match.EXACT
        && !narrow.clitics()
        && narrow.spellings().size() == 1
        && narrow.spellings().get(0).stream()
            .anyMatch(word -> word.folded().startsWith(wide.spellings().get(0).get(0).folded()));
  }

  private static List<List<String>> folded(Clause.Words words) {
    return words.spellings().stream()
        .map(spelling -> spelling.stream().map(Clause.Word::folded).toList())
        .toList();
  }
}
