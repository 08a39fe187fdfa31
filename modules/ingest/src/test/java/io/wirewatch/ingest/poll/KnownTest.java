package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.PollBounds;
import io.wirewatch.ingest.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownTest {
  private static final Instant LAST = SimulatedClock.MONDAY;
  private static final Instant PUT_OFF = LAST.plus(Duration.ofHours(6));

  @Test
  void ofPredecessor_thatAHubBroughtTo_isPolledAsSoonAsItMay() {
    FeedState known = Known.ofPredecessor(source("http://wire.test/feed"), left().build());

    assertThat(known.getPushedUntil()).isNull();
    assertThat(known.getNextPoll())
        .isBetween(LAST.plus(Duration.ofMinutes(5)), LAST.plus(Duration.ofMinutes(6)));
  }

  @Test
  void ofPredecessor_thatFailsOrHoldsItsContent_isPolledNoSooner() {
    Source source = source("http://wire.test/feed");
    long hour = Duration.ofHours(1).toMillis();

    assertThat(Known.ofPredecessor(source, left().setFailures(1).build()).getNextPoll())
        .isEqualTo(PUT_OFF);
    assertThat(Known.ofPredecessor(source, left().setTtlMillis(hour).build()).getNextPoll())
        .isAfterOrEqualTo(LAST.plusMillis(hour));
  }

  @Test
  void ofSameAddress_whereTheAddressIsAnother_forgetsWhatWasOfTheOldOne() {
    FeedState known =
        Known.ofSameAddress(
            source("http://other.test/feed"), left().setEtag("\"7\"").setItems(40).build());

    assertThat(known.getUrl()).isEqualTo("http://other.test/feed");
    assertThat(known.getEtag()).isNull();
    assertThat(known.getPushedUntil()).isNull();
    assertThat(known.getNextPoll()).isEqualTo(Instant.EPOCH);
    assertThat(known.getItems()).isEqualTo(40);
  }

  /** What an instance knew to whom a hub brought the feed, so that it put off the next poll. */
  private static FeedState.Builder left() {
    return FeedState.newBuilder()
        .setSource("wire")
        .setUrl("http://wire.test/feed")
        .setLastPoll(LAST)
        .setNextPoll(PUT_OFF)
        .setPushedUntil(LAST.plus(Duration.ofDays(10)));
  }

  private static Source source(String url) {
    return new Source(
        "wire",
        URI.create(url),
        Optional.of(InputKind.FEED),
        Labels.NONE,
        PollBounds.USUAL,
        Access.PLAIN);
  }
}
