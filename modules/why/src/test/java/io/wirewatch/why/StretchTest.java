package io.wirewatch.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class StretchTest {
  private static final TopicPartition FIRST = new TopicPartition("t", 0);
  private static final TopicPartition SECOND = new TopicPartition("t", 1);

  @Test
  void shares_ofALongAndAShortStretch_areOfOneSize() {
    List<List<Stretch>> shares =
        Stretch.shares(List.of(new Stretch(FIRST, 10, 80), new Stretch(SECOND, 0, 30)), 2, 1);

    assertThat(shares)
        .containsExactly(
            List.of(new Stretch(FIRST, 10, 60)),
            List.of(new Stretch(FIRST, 60, 80), new Stretch(SECOND, 0, 30)));
  }

  @Test
  void shares_ofLittle_areOne() {
    assertThat(Stretch.shares(List.of(new Stretch(FIRST, 0, 30)), 4, 100)).hasSize(1);
  }

  @Test
  void shares_ofNothing_areNone() {
    assertThat(Stretch.shares(List.of(new Stretch(FIRST, 5, 5)), 4, 100)).isEmpty();
  }
}
