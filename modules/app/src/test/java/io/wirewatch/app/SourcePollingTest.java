package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.PollBounds;
import io.wirewatch.ingest.source.Source;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SourcePollingTest {
  private static final Source WIRE =
      new Source(
          "wire",
          URI.create("http://wire.test/"),
          Optional.empty(),
          Labels.NONE,
          PollBounds.USUAL,
          Access.PLAIN);

  @Test
  void news_ofAnOrdinaryPoll_isNone() {
    assertThat(news(state(), state().setItems(3))).isEmpty();
    assertThat(news(state(), state().setFailures(1))).isEmpty();
    assertThat(news(state().setFailures(3), state().setFailures(4))).isEmpty();
    assertThat(news(state().setGone(true), state().setGone(true))).isEmpty();
  }

  @Test
  void news_ofWhatSomebodyShouldDoSomethingAbout_isToldOnce() {
    assertThat(news(state(), state().setUnreadable(true).setStatus("no text")))
        .contains("source wire: no text");
    assertThat(news(state(), state().setErrors(Map.of("robots-forbidden", 1L)).setStatus("no")))
        .contains("source wire: no");
    assertThat(news(state(), state().setMovedTo("http://new.test/")))
        .hasValueSatisfying(told -> assertThat(told).contains("moved", "http://new.test/"));
  }

  @Test
  void alarm_inALine_saysWhatBeganOrEnded() {
    SourceAlarm away =
        new SourceAlarm(
            "wire", SourceAlarmKind.FAILING, null, Instant.EPOCH, Instant.EPOCH, "answered 500");
    SourceAlarm back =
        SourceAlarm.newBuilder(away)
            .setKind(SourceAlarmKind.RECOVERED)
            .setEnded(SourceAlarmKind.FAILING)
            .setExplanation("it answers again")
            .build();

    assertThat(SourcePolling.alarm(away)).isEqualTo("ALARM: source wire is failing: answered 500");
    assertThat(SourcePolling.alarm(back))
        .isEqualTo("source wire is no longer failing: it answers again");
  }

  private static Optional<String> news(FeedState.Builder before, FeedState.Builder after) {
    return SourcePolling.news(WIRE, before.build(), after.build());
  }

  private static FeedState.Builder state() {
    return FeedState.newBuilder()
        .setSource("wire")
        .setUrl("http://wire.test/")
        .setNextPoll(Instant.EPOCH);
  }
}
