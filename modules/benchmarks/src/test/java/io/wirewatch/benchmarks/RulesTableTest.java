package io.wirewatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleMatch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That the two sides of the benchmark are given the same work: they find the same. */
class RulesTableTest {
  private static final String WORDS =
      "grain ships waited outside the harbour while dockers and owners argued over night shifts "
          + "prices rose again because mills bought wheat maize and sugar ahead of harvest reports";

  private static Corpus corpus() {
    String[] words = WORDS.split(" ", -1);
    return new Corpus(
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    IntStream.range(0, 25)
                        .mapToObj(j -> words[(i * 7 + j * (i % 5 + 1)) % words.length])
                        .collect(Collectors.joining(" ")))
            .toList());
  }

  @Test
  void searches_ofEveryKind_areFoundByBothAlike() throws Exception {
    Corpus corpus = corpus();
    var generator = new SearchGenerator(corpus, 10, 1);
    List<SavedSearch> searches = generator.searches(200);
    Matcher engine = RuleFiles.load(searches.stream().map(SavedSearch::json)).matcher();
    try (var lucene = new LuceneMonitor(searches, generator.frequencies())) {
      for (Article article : corpus.articles()) {
        assertThat(engine.match(article))
            .extracting(RuleMatch::ruleId)
            .containsExactlyInAnyOrderElementsOf(lucene.ids(article.body()));
      }
    }
  }

  @Test
  void searches_ofASet_areInTheWantedShare() {
    assertThat(
            new SearchGenerator(corpus(), 10, 1)
                .searches(200).stream()
                    .collect(Collectors.groupingBy(SavedSearch::kind, Collectors.counting()))
                    .values())
        .containsExactlyInAnyOrder(60L, 60L, 40L, 20L, 10L, 10L);
  }

  @Test
  void plain_wordsWithMarksInside_areParted() {
    assertThat(Corpus.plain("Iraq's 5.93 mln al-Qaim, U.S."))
        .isEqualTo("Iraq s 5 93 mln al Qaim, U S.");
  }
}
