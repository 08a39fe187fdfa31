package io.wirewatch.rules;

import io.wirewatch.language.Language;
import io.wirewatch.language.PartialFolding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition on the text of an article. An immutable tree; each record says what it means. */
public sealed interface Clause {

  /** Holds when every one holds, each in any of the rule's fields. */
  record All(List<Clause> of) implements Clause {
    /** Copies the list. */
    public All {
      of = List.copyOf(of);
    }
  }

  /** Holds when at least one holds. */
  record AnyOf(List<Clause> of) implements Clause {
    /** Copies the list. */
    public AnyOf {
      of = List.copyOf(of);
    }
  }

  /** Holds when not one holds. */
  record NoneOf(List<Clause> of) implements Clause {
    /** Copies the list. */
    public NoneOf {
      of = List.copyOf(of);
    }
  }

  /**
   * Holds when a stretch of at most {@code within} words of one field holds an occurrence of each.
   * Unordered, occurrences may overlap; ordered, each starts after the one before has ended.
   *
   * @param within words, counted from the first to the last, both included
   * @param of words, concepts, or alternatives of them
   */
  record Near(int within, boolean ordered, List<Clause> of) implements Clause {
    /** Copies the list. */
    public Near {
      of = List.copyOf(of);
    }
  }

  /**
   * Holds when the weights of those that hold add up to {@code atLeast}; each counts once, however
   * often it occurs.
   */
  record Score(double atLeast, List<Weighted> of) implements Clause {
    /** Copies the list. */
    public Score {
      of = List.copyOf(of);
    }
  }

  /** A clause with what it adds to a {@link Score}; negative takes away. */
  record Weighted(double weight, Clause clause) {}

  /**
   * Holds when one of its aliases occurs. Aliases of every language are looked for in every
   * article, so that nothing is missed when an article mixes languages or its language was not told
   * rightly; their language says how they are stemmed.
   */
  record Concept(String name, List<Words> aliases) implements Clause {
    /** Copies the list. */
    public Concept {
      aliases = List.copyOf(aliases);
    }
  }

  /** How a word of a rule meets a word of a text, after folding. */
  enum Match {
    /** Equal. */
    EXACT,
    /** One of the text word's readings is the stem of the rule's word. */
    STEM,
    /** The text word begins with it. */
    PREFIX
  }

  /**
   * Holds where its words follow one another in one field, with at most {@code slop} words in
   * between altogether. A word matches a word of the text, a part of a hyphenated one, or a
   * hyphenated one put together.
   *
   * @param term as the rule file says it
   * @param spellings its words; a second list when a hyphenated word of the term may also be
   *     written together
   * @param language the language of the alias, which says how to stem; null for the article's own
   * @param upper whether the text must have it in capitals
   * @param folded the differences that do not count; null for all
   * @param clitics whether Arabic clitics are taken off the words of the text
   */
  record Words(
      String term,
      List<List<Word>> spellings,
      Match match,
      @Nullable Language language,
      boolean upper,
      @Nullable Set<PartialFolding.Difference> folded,
      boolean clitics,
      int slop,
      Context context)
      implements Clause {
    /** Copies the list. */
    public Words {
      spellings = List.copyOf(spellings);
    }
  }

  /** A word of a term, as written and folded. */
  record Word(String written, String folded) {}

  /** What must not stand directly before or after an occurrence. */
  record Context(List<Words> notBefore, List<Words> notAfter) {
    /** No condition. */
    public static final Context ANY = new Context(List.of(), List.of());

    /** Copies the lists. */
    public Context {
      notBefore = List.copyOf(notBefore);
      notAfter = List.copyOf(notAfter);
    }
  }

  /** What an author sees as parts of it; words and a concept have none. */
  default List<Clause> parts() {
    if (this instanceof All all) {
      return all.of();
    }
    if (this instanceof AnyOf any) {
      return any.of();
    }
    if (this instanceof NoneOf none) {
      return none.of();
    }
    if (this instanceof Near near) {
      return near.of();
    }
    return this instanceof Score score
        ? score.of().stream().map(Weighted::clause).toList()
        : List.of();
  }

  /** Whether it can only hold for an article in which something was found. */
  default boolean needsFinding() {
    if (this instanceof All all) {
      return all.of().stream().anyMatch(Clause::needsFinding);
    }
    if (this instanceof AnyOf any) {
      return any.of().stream().allMatch(Clause::needsFinding);
    }
    if (this instanceof Score score) {
      return score.atLeast() > 0
          && score.of().stream().allMatch(weighted -> weighted.clause().needsFinding());
    }
    return !(this instanceof NoneOf);
  }
}
