package io.wirewatch.rules;

import io.wirewatch.language.ArabicClitics;
import io.wirewatch.language.Language;
import io.wirewatch.language.Stemmer;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where each word of one text stands, under each form in which a rule may look for it. The words
 * are the tokens, and hyphenated words put together: each two neighbours, and the whole. Made for
 * one article, used by one thread.
 */
final class FieldIndex {
  private static final int LONGEST_COMPOUND = 8;

  private final Tokens tokens;
  private final Stems stems;
  private final Map<String, List<Occurrence>> byWord = new HashMap<>();
  private final Map<Language, Map<String, List<Occurrence>>> byStem = new EnumMap<>(Language.class);
  private @Nullable Map<String, List<Occurrence>> withoutClitics;
  private @Nullable NavigableMap<String, List<Occurrence>> sorted;
  private @Nullable NavigableMap<String, List<Occurrence>> sortedWithoutClitics;

  FieldIndex(String text, Stems stems) {
    this.tokens = Tokens.of(text);
    this.stems = stems;
    for (int i = 0; i < tokens.size(); i++) {
      add(tokens.folded(i), i, i);
      if (tokens.joined(i)) {
        addCompounds(i);
      }
    }
  }

  private void addCompounds(int first) {
    add(tokens.folded(first) + tokens.folded(first + 1), first, first + 1);
    boolean starts = first == 0 || !tokens.joined(first - 1);
    int last = first + 1;
    while (starts && tokens.joined(last) && last - first < LONGEST_COMPOUND) {
      last++;
    }
    if (last > first + 1 && !tokens.joined(last)) {
      var compound = new StringBuilder();
      for (int i = first; i <= last; i++) {
        compound.append(tokens.folded(i));
      }
      add(compound.toString(), first, last);
    }
  }

  private void add(String word, int first, int last) {
    byWord.computeIfAbsent(word, key -> new ArrayList<>(2)).add(new Occurrence(first, last));
  }

  Tokens tokens() {
    return tokens;
  }

  /** Sorted. */
  List<Occurrence> equal(String word, boolean clitics) {
    return index(clitics).getOrDefault(word, List.of());
  }

  /** Sorted. */
  List<Occurrence> beginning(String prefix, boolean clitics) {
    Collection<List<Occurrence>> found =
        sorted(clitics).subMap(prefix, prefix + Character.MAX_VALUE).values();
    return found.isEmpty()
        ? List.of()
        : found.stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** Sorted; only words in the script of the language have stems. */
  List<Occurrence> stemmed(Language language, String stem) {
    return byStem.computeIfAbsent(language, this::stems).getOrDefault(stem, List.of());
  }

  private Map<String, List<Occurrence>> stems(Language language) {
    Stemmer stemmer = stems.stemmer(language);
    return regroup(word -> Stems.isScriptOf(language, word) ? stemmer.readings(word) : List.of());
  }

  private Map<String, List<Occurrence>> index(boolean clitics) {
    if (!clitics) {
      return byWord;
    }
    Map<String, List<Occurrence>> index = withoutClitics;
    if (index == null) {
      index =
          regroup(
              word ->
                  Stems.isScriptOf(Language.AR, word)
                      ? ArabicClitics.readings(word)
                      : List.of(word));
      withoutClitics = index;
    }
    return index;
  }

  private NavigableMap<String, List<Occurrence>> sorted(boolean clitics) {
    NavigableMap<String, List<Occurrence>> index = clitics ? sortedWithoutClitics : sorted;
    if (index == null) {
      index = new TreeMap<>(index(clitics));
      sortedWithoutClitics = clitics ? index : sortedWithoutClitics;
      sorted = clitics ? sorted : index;
    }
    return index;
  }

  private Map<String, List<Occurrence>> regroup(Function<String, List<String>> readings) {
    Map<String, List<Occurrence>> groups = new HashMap<>();
    byWord.forEach(
        (word, occurrences) -> {
          for (String reading : readings.apply(word)) {
            groups.computeIfAbsent(reading, key -> new ArrayList<>(2)).addAll(occurrences);
          }
        });
    groups.values().forEach(occurrences -> occurrences.sort(null));
    return groups;
  }
}
