package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedDay;
import io.wirewatch.FeedState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SourceCardTest {
  private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

  @Test
  void of_aSourceThatWorks_countsItsWeek() {
    SourceCard card =
        SourceCard.of(
            state()
                .setPolls(10)
                .setNotModified(4)
                .setLastPoll(NOW)
                .setLastSuccess(NOW)
                .setDays(
                    List.of(
                        new FeedDay(LocalDate.parse("2026-01-02"), 900L, 0L, 9L),
                        new FeedDay(LocalDate.parse("2026-01-11"), 6L, 0L, 9L),
                        new FeedDay(LocalDate.parse("2026-01-14"), 2L, 0L, 9L)))
                .build(),
            NOW);

    assertThat(card.health()).isEqualTo(SourceCard.Health.WELL);
    assertThat(card.itemsADay()).isEqualTo(2.0);
    assertThat(card.counts().notModifiedShare()).isEqualTo(0.4);
    assertThat(card.itemsByDay()).hasSize(3);
  }

  @Test
  void of_aSourceThatDoesNot_saysHow() {
    assertThat(health(state())).isEqualTo(SourceCard.Health.NEW);
    assertThat(health(state().setPolls(1).setFailures(2))).isEqualTo(SourceCard.Health.FAILING);
    assertThat(health(state().setPolls(1).setFailures(2).setUnreadable(true)))
        .isEqualTo(SourceCard.Health.UNREADABLE);
    assertThat(health(state().setPolls(1))).isEqualTo(SourceCard.Health.FORBIDDEN);
    assertThat(health(state().setGone(true))).isEqualTo(SourceCard.Health.GONE);
    assertThat(SourceCard.of(state().setGone(true).build(), NOW).nextPoll()).isNull();
  }

  @Test
  void errorLine_ofSeveral_beginsWithTheMostFrequent() {
    SourceCard card =
        SourceCard.of(state().setErrors(Map.of("timeout", 2L, "http-500", 7L)).build(), NOW);

    assertThat(card.errorLine()).isEqualTo("http-500 7, timeout 2");
  }

  private static SourceCard.Health health(FeedState.Builder state) {
    return SourceCard.of(state.build(), NOW).health();
  }

  private static FeedState.Builder state() {
    return FeedState.newBuilder().setSource("wire").setUrl("http://wire.test/").setNextPoll(NOW);
  }
}
