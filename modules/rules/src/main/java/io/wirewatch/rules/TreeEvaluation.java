package io.wirewatch.rules;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Evaluates rules as trees over one article; what rules share is looked for once. */
final class TreeEvaluation {
  private final Map<Field, WordsSearch> both = new EnumMap<>(Field.class);
  private final Map<Set<Field>, HitSearch> searches = new HashMap<>();

  private final WordForms words;
  private final ArticleIndex index;

  TreeEvaluation(WordForms words, ArticleIndex index) {
    this.words = words;
    this.index = index;
    for (Field field : Field.values()) {
      both.put(
          field,
          new WordsSearch(index.tokens(field), word -> index.occurrences(field, words.of(word))));
    }
  }

  Finding finding(Rule rule) {
    HitSearch search = searches.computeIfAbsent(rule.fields(), this::search);
    return new Evaluation(rule, search).finding();
  }

  private HitSearch search(Set<Field> fields) {
    Map<Field, WordsSearch> some = new EnumMap<>(both);
    some.keySet().retainAll(fields);
    return new HitSearch(some, clause -> words.possible(clause, index));
  }
}
