package io.wirewatch.rules.authoring;

import static io.wirewatch.rules.authoring.Written.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleStatsTest {
  private static final RuleSet SET =
      Written.set(
          Written.file(
              "{id: a, when: {all: [tank, the]}}",
              "{id: b, when: {any: [jeep, the]}}",
              "{id: c, when: van}"));
  private static final List<Article> SAMPLE =
      List.of(body("the tank by the wall"), body("the jeep"), body("a boat"));

  @Test
  void stats_ofRules_areTheArticlesThatTheyMatchMostFirst() {
    assertThat(RuleStats.of(SET.rules(), SAMPLE).rules())
        .extracting(hits -> hits.rule().id() + " " + hits.articles())
        .containsExactly("b 2", "a 1", "c 0");
  }

  @Test
  void stats_ofTerms_areTheirPlacesCostliestFirst() {
    List<RuleStats.TermHits> terms = RuleStats.of(SET.rules(), SAMPLE).terms();

    assertThat(terms)
        .extracting(hits -> hits.words().term())
        .startsWith("the")
        .containsExactlyInAnyOrder("the", "tank", "jeep", "van");
    assertThat(terms.get(0))
        .extracting(
            RuleStats.TermHits::rules, RuleStats.TermHits::articles, RuleStats.TermHits::places)
        .containsExactly(2, 2, 3L);
  }

  @Test
  void stats_ofATermThatIsThereOften_countWhatIsNotListed() {
    assertThat(RuleStats.of(SET.rules(), List.of(body("the ".repeat(50)))).terms().get(0).places())
        .isEqualTo(50);
  }

  @Test
  void timing_ofRules_isPositiveSlowestFirst() {
    List<RuleTiming> timings = RuleTiming.of(SET.rules(), SAMPLE);

    assertThat(timings).hasSize(3);
    assertThat(timings.get(0).anArticle()).isGreaterThanOrEqualTo(timings.get(2).anArticle());
    assertThat(timings.get(2).anArticle()).isPositive();
  }
}
