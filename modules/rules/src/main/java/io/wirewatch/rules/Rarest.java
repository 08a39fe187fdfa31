package io.wirewatch.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Chooses what a rule waits for: a form, or a group of forms, that is in every article that the
 * rule matches, and in as few others as can be.
 */
final class Rarest {
  private final Forms forms;
  private final WordForms words;
  private final IntToLongFunction cost;
  private final IdentityHashMap<Clause.Concept, int[]> concepts = new IdentityHashMap<>();

  /**
   * @param cost grows with how often a form is in an article, and with how many rules use it
   */
  Rarest(Forms forms, WordForms words, IntToLongFunction cost) {
    this.forms = forms;
    this.words = words;
    this.cost = cost;
  }

  /** The rarest of these. */
  int of(IntList necessary) {
    return besides(Waiting.NONE, necessary);
  }

  /** The rarest of these that is not a given one; {@link Waiting#NONE} for none. */
  int besides(int given, IntList necessary) {
    int rarest = Waiting.NONE;
    for (int i = 0; i < necessary.size(); i++) {
      int form = necessary.at(i);
      boolean rarer = rarest == Waiting.NONE || cost.applyAsLong(form) < cost.applyAsLong(rarest);
      rarest = form != given && rarer ? form : rarest;
    }
    return rarest;
  }

  /** What an article has that this holds for; a group where it may be one of several. */
  int of(Clause when) {
    int[] cover = cover(when);
    return cover.length == 1 ? cover[0] : forms.group(cover);
  }

  /** The forms of which one must be there, sorted. */
  private int[] cover(Clause clause) {
    if (clause instanceof Clause.Words several) {
      return union(several.spellings().stream().map(this::rarestOf).toList());
    }
    if (clause instanceof Clause.Concept concept) {
      int[] known = concepts.get(concept);
      int[] cover =
          known == null ? union(concept.aliases().stream().map(this::cover).toList()) : known;
      concepts.put(concept, cover);
      return cover;
    }
    List<int[]> covers =
        WordForms.parts(clause).stream().filter(Clause::needsFinding).map(this::cover).toList();
    boolean each = clause instanceof Clause.All || clause instanceof Clause.Near;
    return each
        ? covers.stream().min(Comparator.comparingLong(this::cost)).orElseThrow()
        : union(covers);
  }

  private int[] rarestOf(List<Clause.Word> spelling) {
    var necessary = new IntList(spelling.size());
    spelling.forEach(word -> necessary.add(words.of(word)));
    return new int[] {of(necessary)};
  }

  private long cost(int[] cover) {
    return IntStream.of(cover).mapToLong(cost).sum();
  }

  private static int[] union(List<int[]> covers) {
    return covers.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }
}
