package io.wirewatch.rules;

import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Finds the words of rules in one field of an article. */
final class WordsSearch {
  private final Tokens tokens;
  private final WordSearch search;

  /** Finds the occurrences of a word of a rule, sorted. */
  interface WordSearch {
    List<Occurrence> find(Clause.Word word);
  }

  WordsSearch(Tokens tokens, WordSearch search) {
    this.tokens = tokens;
    this.search = search;
  }

  Tokens tokens() {
    return tokens;
  }

  /** Sorted, each place once. */
  List<Occurrence> find(Clause.Words words) {
    List<List<Clause.Word>> spellings = words.spellings();
    List<Occurrence> first = find(words, spellings.get(0));
    if (spellings.size() == 1 && (first.isEmpty() || words.context().equals(Clause.Context.ANY))) {
      return first;
    }
    Set<Occurrence> found = new TreeSet<>(first);
    spellings.subList(1, spellings.size()).forEach(spelling -> found.addAll(find(words, spelling)));
    removeFollowed(found, words.context().notBefore());
    removePreceded(found, words.context().notAfter());
    return List.copyOf(found);
  }

  private List<Occurrence> find(Clause.Words words, List<Clause.Word> spelling) {
    List<List<Occurrence>> each = new ArrayList<>(spelling.size());
    for (Clause.Word word : spelling) {
      List<Occurrence> found = search.find(word);
      if (found.isEmpty()) {
        return List.of();
      }
      each.add(found);
    }
    return PhraseSearch.find(each, words.slop());
  }

  private void removeFollowed(Set<Occurrence> found, List<Clause.Words> unwanted) {
    if (!found.isEmpty() && !unwanted.isEmpty()) {
      Set<Integer> starts = tokens(unwanted, Occurrence::first);
      found.removeIf(occurrence -> starts.contains(occurrence.last() + 1));
    }
  }

  private void removePreceded(Set<Occurrence> found, List<Clause.Words> unwanted) {
    if (!found.isEmpty() && !unwanted.isEmpty()) {
      Set<Integer> ends = tokens(unwanted, Occurrence::last);
      found.removeIf(occurrence -> ends.contains(occurrence.first() - 1));
    }
  }

  private Set<Integer> tokens(List<Clause.Words> unwanted, ToIntFunction<Occurrence> end) {
    Set<Integer> tokens = new TreeSet<>();
    unwanted.forEach(
        words -> find(words).forEach(occurrence -> tokens.add(end.applyAsInt(occurrence))));
    return tokens;
  }
}
