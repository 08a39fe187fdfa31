package io.wirewatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordScoreTest {

  @Test
  void score_ofHalfOfTheWords_isHalfTheRecall() {
    WordScore score = WordScore.of("the mill runs, the mill rests", "The mill rests");

    assertThat(score.precision()).isEqualTo(1);
    assertThat(score.recall()).isEqualTo(.5);
    assertThat(score.f1()).isEqualTo(2 * .5 / 1.5);
  }

  @Test
  void score_ofNothing_isZero() {
    assertThat(WordScore.of("a mill", "")).isEqualTo(new WordScore(0, 0, 0));
  }
}
