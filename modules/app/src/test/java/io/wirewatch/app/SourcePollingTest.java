package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
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
    assertThat(news(state(), state().setGone(true).setStatus("gone")))
        .contains("source wire: gone");
    assertThat(news(state().setFailures(2), state().setFailures(3).setStatus("away")))
        .contains("source wire: away");
    assertThat(news(state().setFailures(5), state())).contains("source wire works again");
    assertThat(news(state(), state().setErrors(Map.of("robots-forbidden", 1L)).setStatus("no")))
        .contains("source wire: no");
    assertThat(news(state(), state().setMovedTo("http://new.test/")))
        .hasValueSatisfying(told -> assertThat(told).contains("moved", "http://new.test/"));
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
