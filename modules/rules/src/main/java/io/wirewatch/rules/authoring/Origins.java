package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.authoring.Explanation.Evidence;
import java.util.List;
import java.util.Set;

/** Says which alias or term of a clause found a place: several may be written the same. */
final class Origins {
  private final List<Clauses.Named> words;

  Origins(Clause clause) {
    this.words = Clauses.words(clause).toList();
  }

  Evidence of(Span span, Article article) {
    List<Clauses.Named> written =
        words.stream()
            .filter(named -> named.words().term().equals(span.term()))
            .distinct()
            .toList();
    return written.stream()
        .filter(named -> written.size() == 1 || finds(named.words(), span, article))
        .findFirst()
        .or(() -> written.stream().findFirst())
        .map(named -> new Evidence(named.concept(), named.words().language(), span))
        .orElse(new Evidence("", null, span));
  }

  private static boolean finds(Clause.Words words, Span span, Article article) {
    Article place = new Article("", "", span.text(), article.language(), "", Set.of(), Set.of());
    return Probe.once(Probe.Question.anywhere(words), place)
        .filter(match -> match.spans().get(0).text().equals(span.text()))
        .isPresent();
  }
}
