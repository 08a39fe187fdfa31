package io.wirewatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.stage.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EnrichTrialTest {
  private static final EnrichTrial TRIAL = new EnrichTrial(Annotator.bundled());
  private static final Instant OBSERVED = Instant.parse("2025-08-18T08:00:00Z");

  @Test
  void article_thatCanBeUsed_passes() {
    assertThat(TRIAL.of("id-1", article("A bridge."))).isEqualTo(new Outcome.Passed<>("id-1"));
  }

  @Test
  void article_thatIsRefused_failsAtTheCheckForTheStagesReason() {
    assertThat(TRIAL.of("id-1", article(" ")))
        .isEqualTo(
            new Outcome.Failed<>("id-1", "enrich-check", "empty: neither headline nor body"));
  }

  @Test
  void article_thatIsNone_failsAsADeadLetterWould() {
    assertThat(TRIAL.of("id-1", null))
        .isEqualTo(new Outcome.Failed<>("id-1", "enrich", "a record without a value"));
  }

  private static RawArticle article(String body) {
    return RawArticle.newBuilder()
        .setId("id-1")
        .setSource("Rafidain Wire")
        .setHeadline("")
        .setBody(body)
        .setObservedAt(OBSERVED)
        .setFeed("page:test")
        .build();
  }
}
