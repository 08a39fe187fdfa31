package io.wirewatch.dashboard.health;

import static io.wirewatch.dashboard.health.Surveys.ENRICHED;
import static io.wirewatch.dashboard.health.Surveys.RAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class MarkerCountTest {
  private static final TopicPartition SECOND = new TopicPartition(RAW.topic(), 1);

  @Test
  void stretches_areWhatHasComeToTopicsThatAreCounted() {
    Survey before = survey(Map.of(RAW, 10L, SECOND, 7L, ENRICHED, 1L));
    Survey now = survey(Map.of(RAW, 15L, SECOND, 7L, ENRICHED, 9L));

    assertThat(MarkerCount.stretches(before, now, Set.of(RAW.topic())))
        .containsExactly(new MarkerCount.Stretch(RAW, 10, 15));
  }

  @Test
  void stretches_ofMuchThatCame_areTheNewestOfEachPartition() {
    Survey before = survey(Map.of(RAW, 0L, SECOND, 0L));
    Survey now = survey(Map.of(RAW, 10_000L, SECOND, 100L));

    assertThat(MarkerCount.stretches(before, now, Set.of(RAW.topic())))
        .containsExactlyInAnyOrder(
            new MarkerCount.Stretch(RAW, 9_850, 10_000), new MarkerCount.Stretch(SECOND, 0, 100));
  }

  @Test
  void stretches_ofAPartitionThatIsNewOrWentBack_areNone() {
    Survey before = survey(Map.of(RAW, 50L));
    Survey now = survey(Map.of(RAW, 3L, SECOND, 9L));

    assertThat(MarkerCount.stretches(before, now, Set.of(RAW.topic()))).isEmpty();
  }

  private static Survey survey(Map<TopicPartition, Long> ends) {
    return Surveys.of(0, ends, Survey.Group.NONE);
  }
}
