package io.wirewatch.dashboard.health;

import static io.wirewatch.dashboard.health.Surveys.ENRICH;
import static io.wirewatch.dashboard.health.Surveys.RAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class SurveyTest {
  private static final TopicPartition STEPS = new TopicPartition("enrich-group-x-repartition", 0);
  private static final TopicPartition MEMORY = new TopicPartition("enrich-group-x-changelog", 0);

  @Test
  void readings_ofWhatWasNeverRead_haveNoOffsetAndTheWholeTopicAsLag() {
    Survey survey = survey(Map.of(RAW, 3L), Map.of(RAW, 10L), Map.of());

    assertThat(survey.readings(ENRICH)).containsExactly(new Survey.Reading(RAW, null, 10, 7, null));
  }

  @Test
  void readings_behindWhatRetentionTookAway_countOnlyWhatIsThere() {
    Survey survey = survey(Map.of(RAW, 5L), Map.of(RAW, 10L), Map.of(RAW, 2L));

    assertThat(survey.lag(ENRICH)).isEqualTo(5);
  }

  @Test
  void readings_aheadOfAnOlderEnd_haveNoLag() {
    Survey survey = survey(Map.of(RAW, 0L), Map.of(RAW, 10L), Map.of(RAW, 12L));

    assertThat(survey.lag(ENRICH)).isZero();
  }

  @Test
  void lag_ofAStageWithSteps_isAlsoWhatWaitsBetweenThem() {
    Survey survey =
        survey(
            Map.of(),
            Map.of(STEPS, 30L, MEMORY, 500L, RAW, 10L),
            Map.of(RAW, 8L, STEPS, 26L, MEMORY, 0L));

    assertThat(survey.lag(ENRICH)).isEqualTo(2 + 4);
    assertThat(survey.readings(ENRICH))
        .extracting(reading -> reading.partition().topic())
        .containsExactly(RAW.topic(), STEPS.topic());
  }

  @Test
  void held_ofATopic_isFromItsOldestRecordToItsEnd() {
    TopicPartition second = new TopicPartition(RAW.topic(), 1);
    Survey survey =
        survey(Map.of(RAW, 4L, second, 0L), Map.of(RAW, 10L, second, 1L, STEPS, 9L), Map.of());

    assertThat(survey.held(RAW.topic())).isEqualTo(7);
    assertThat(survey.partitions(RAW.topic())).isEqualTo(2);
  }

  private static Survey survey(
      Map<TopicPartition, Long> begins,
      Map<TopicPartition, Long> ends,
      Map<TopicPartition, Long> committed) {
    return new Survey(
        Instant.EPOCH,
        List.of(RAW.topic()),
        begins,
        ends,
        Map.of(ENRICH.group(), new Survey.Group(true, false, committed, Map.of())),
        Map.of());
  }
}
