package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.RawArticle;
import io.wirewatch.SourceAlarm;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.ingest.article.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class VigilTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private Instant now = START;
  private FeedState state =
      FeedState.newBuilder()
          .setSource("wire")
          .setUrl("http://wire.test/")
          .setNextPoll(START)
          .build();
  private final List<SourceAlarm> told = new ArrayList<>();

  @Test
  void failures_threeInARow_areOneAlarmUntilAPollWorks() {
    poll(state -> state.setLastSuccess(now));
    Instant worked = now;
    for (int failures = 1; failures <= 5; failures++) {
      int count = failures;
      poll(state -> state.setFailures(count).setStatus("answered 500"));
    }

    assertThat(told).hasSize(1);
    assertThat(told.get(0).getKind()).isEqualTo(SourceAlarmKind.FAILING);
    assertThat(told.get(0).getSince()).isEqualTo(worked);
    assertThat(told.get(0).getExplanation()).isEqualTo("answered 500");

    poll(state -> state.setFailures(0));
    Instant back = now;
    poll(state -> state.setFailures(0));

    assertThat(told).hasSize(2);
    assertThat(told.get(1).getKind()).isEqualTo(SourceAlarmKind.RECOVERED);
    assertThat(told.get(1).getEnded()).isEqualTo(SourceAlarmKind.FAILING);
    assertThat(told.get(1).getSince()).isEqualTo(worked);
    assertThat(told.get(1).getAt()).isEqualTo(back);
  }

  @Test
  void source_thatIsGone_isAnAlarmAtOnce() {
    poll(state -> state.setGone(true).setStatus("gone for good"));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).getKind()).isEqualTo(SourceAlarmKind.FAILING);
  }

  @Test
  void items_everyHourForFiveWeeks_thenNone_areOneAlarmWithinAFewHours_thenItIsOver() {
    for (int hour = 0; hour < 5 * 7 * 24; hour++) {
      now = START.plus(Duration.ofHours(hour));
      pollWith(List.of(item(hour)));
    }
    assertThat(told).isEmpty();
    Instant last = now;

    for (int hour = 0; hour < 48; hour++) {
      now = now.plus(Duration.ofHours(1));
      pollWith(List.of());
    }

    assertThat(told).hasSize(1);
    assertThat(told.get(0).getKind()).isEqualTo(SourceAlarmKind.SILENT);
    assertThat(told.get(0).getSince()).isEqualTo(last);
    assertThat(told.get(0).getAt()).isBefore(last.plus(Duration.ofHours(8)));
    assertThat(state.getAlarms()).hasSize(1);

    now = now.plus(Duration.ofHours(1));
    pollWith(List.of(item(9_999)));

    assertThat(told).hasSize(2);
    assertThat(told.get(1).getEnded()).isEqualTo(SourceAlarmKind.SILENT);
    assertThat(state.getAlarms()).isEmpty();
  }

  @Test
  void hours_inWhichNobodyAsked_areNoSilence() {
    for (int hour = 0; hour < 5 * 7 * 24; hour++) {
      now = START.plus(Duration.ofHours(hour));
      pollWith(List.of(item(hour)));
    }
    now = now.plus(Duration.ofDays(3));

    pollWith(List.of());

    assertThat(told).isEmpty();
  }

  private void poll(Consumer<FeedState.Builder> outcome) {
    now = now.plus(Duration.ofMinutes(5));
    end(Vigil.of(state, now), outcome);
  }

  private void pollWith(List<Reading> items) {
    Vigil vigil = Vigil.of(state, now);
    items.forEach(vigil::came);
    end(vigil, state -> {});
  }

  private void end(Vigil vigil, Consumer<FeedState.Builder> outcome) {
    FeedState.Builder after = FeedState.newBuilder(state).setLastPoll(now);
    outcome.accept(after);
    after.setNextPoll(now.plus(Duration.ofHours(1)));
    vigil.end(after);
    FeedState before = state;
    state = after.build();
    told.addAll(Vigil.told(before, state));
  }

  private Reading item(int number) {
    return new Reading.Read(
        RawArticle.newBuilder()
            .setId("item-" + number)
            .setSource("wire")
            .setHeadline("Bridge " + number + " is open")
            .setBody("Bridge number " + number + " was opened in the morning.")
            .setObservedAt(now)
            .setFeed("feed:x")
            .build());
  }
}
