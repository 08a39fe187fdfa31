package io.wirewatch.replay.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QualityTest {
  @Test
  void precision_ofLabelledAlerts_isTheShareThatIsRelevant() {
    assertThat(new Quality(3, 1, 5).precision()).isEqualTo(0.75);
  }

  @Test
  void recall_ofRelevantArticles_isTheShareThatRaisesAnAlert() {
    assertThat(new Quality(3, 5, 1).recall()).isEqualTo(0.75);
  }

  @Test
  void precision_withoutALabelledAlert_isNotANumber() {
    assertThat(new Quality(0, 0, 2).precision()).isNaN();
    assertThat(new Quality(0, 0, 2).recall()).isZero();
  }

  @Test
  void recall_withoutARelevantArticle_isNotANumber() {
    assertThat(new Quality(0, 2, 0).recall()).isNaN();
    assertThat(new Quality(0, 2, 0).precision()).isZero();
  }

  @Test
  void plus_ofTwoRules_addsEachCount() {
    assertThat(new Quality(1, 2, 3).plus(new Quality(10, 20, 30)))
        .isEqualTo(new Quality(11, 22, 33));
  }

  @Test
  void quality_withAnyLabel_isNotEmpty() {
    assertThat(Quality.NONE.isEmpty()).isTrue();
    assertThat(new Quality(1, 0, 0).isEmpty()).isFalse();
    assertThat(new Quality(0, 1, 0).isEmpty()).isFalse();
    assertThat(new Quality(0, 0, 1).isEmpty()).isFalse();
  }
}
