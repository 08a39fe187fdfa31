package io.wirewatch.rules;

import io.wirewatch.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates every rule over every article. The article is analysed once; a word of a rule is one
 * look into its index.
 */
final class PlainMatcher implements Matcher {
  private final List<Rule> rules;
  private final Stems stems = new Stems();

  PlainMatcher(List<Rule> rules) {
    this.rules = rules;
  }

  @Override
  public List<RuleMatch> match(Article article) {
    Map<Field, WordsSearch> searches = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      searches.put(
          field,
          new WordsSearch(
              new FieldIndex(article.text(field), stems), Language.of(article.language()), stems));
    }
    List<RuleMatch> matches = new ArrayList<>();
    for (Rule rule : rules) {
      match(rule, article, searches).ifPresent(matches::add);
    }
    return matches;
  }

  private static Optional<RuleMatch> match(
      Rule rule, Article article, Map<Field, WordsSearch> searches) {
    Map<Field, WordsSearch> fields = new EnumMap<>(searches);
    fields.keySet().retainAll(rule.fields());
    Finding finding = new Evaluation(rule, fields).finding();
    if (!finding.holds() || !rule.filters().pass(article)) {
      return Optional.empty();
    }
    return Optional.of(new RuleMatch(rule, distinct(finding.spans()), finding.unlisted()));
  }

  /** In reading order, each place once, under the first of its terms. */
  private static List<Span> distinct(List<Span> spans) {
    List<Span> distinct = new ArrayList<>();
    for (Span span : spans.stream().sorted().toList()) {
      Span before = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      boolean same =
          before != null
              && before.field() == span.field()
              && before.start() == span.start()
              && before.end() == span.end();
      if (!same) {
        distinct.add(span);
      }
    }
    return distinct;
  }
}
