package io.wirewatch.rules;

import io.wirewatch.language.Language;
import io.wirewatch.language.PartialFolding;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Finds the words of rules in one field of an article. */
final class WordsSearch {
  private final FieldIndex index;
  private final Language article;
  private final Stems stems;

  WordsSearch(FieldIndex index, Language article, Stems stems) {
    this.index = index;
    this.article = article;
    this.stems = stems;
  }

  Tokens tokens() {
    return index.tokens();
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
      List<Occurrence> found = find(words, word);
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

  private List<Occurrence> find(Clause.Words words, Clause.Word word) {
    List<Occurrence> found =
        switch (words.match()) {
          case EXACT -> index.equal(word.folded(), words.clitics());
          case PREFIX -> index.beginning(word.folded(), words.clitics());
          case STEM -> stemmed(words, word.folded());
        };
    boolean anySpelling = !words.upper() && words.folded() == null;
    return anySpelling
        ? found
        : found.stream().filter(occurrence -> isSpelled(words, word, surface(occurrence))).toList();
  }

  private List<Occurrence> stemmed(Clause.Words words, String folded) {
    Language named = words.language();
    List<Language> languages = named == null ? Stems.ofArticle(article, folded) : List.of(named);
    if (languages.size() == 1) {
      return stemmed(languages.get(0), folded);
    }
    Set<Occurrence> found = new TreeSet<>();
    languages.forEach(language -> found.addAll(stemmed(language, folded)));
    return new ArrayList<>(found);
  }

  private List<Occurrence> stemmed(Language language, String folded) {
    return Stems.isScriptOf(language, folded)
        ? index.stemmed(language, stems.ofTerm(language, folded))
        : index.equal(folded, false);
  }

  private static boolean isSpelled(Clause.Words words, Clause.Word word, String surface) {
    Set<PartialFolding.Difference> folded = words.folded();
    return (!words.upper() || isUpper(surface))
        && (folded == null
            || words.match() == Clause.Match.PREFIX
            || words.clitics()
            || new PartialFolding(folded).equal(word.written(), surface));
  }

  private static boolean isUpper(String surface) {
    return surface.codePoints().noneMatch(Character::isLowerCase);
  }

  private String surface(Occurrence occurrence) {
    var surface = new StringBuilder();
    for (int i = occurrence.first(); i <= occurrence.last(); i++) {
      surface.append(tokens().surface(i));
    }
    return surface.toString();
  }
}
