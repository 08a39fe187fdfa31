package io.wirewatch.ingest.poll;

import static io.wirewatch.ingest.poll.FeedWithHub.FEED;
import static io.wirewatch.ingest.poll.FeedWithHub.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub that a feed names: subscribed to, renewed, left to another instance, or not there. */
final class HubSubscriptionTest {
  private FeedWithHub feed;

  @BeforeEach
  void listen() throws IOException {
    feed = new FeedWithHub();
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void poll_ofAFeedThatNamesAHub_keepsBothAndSubscribes(boolean inHeader) throws Exception {
    String link = "<%s>; rel=\"hub\", <%s/topic>; rel=\"self\"".formatted(feed.hub.address(), FEED);
    feed.web.says(
        FEED,
        200,
        inHeader ? Map.of("link", link) : Map.of(),
        inHeader ? Feeds.rss(0, 3) : feed.withHub(0, 3));

    FeedState state = feed.poll();

    assertThat(state.getHub()).isEqualTo(feed.hub.address());
    assertThat(state.getTopic()).isEqualTo(FEED + "/topic");
    assertThat(state.getPushedUntil()).isNull();
    assertThat(feed.hub.next())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", FEED + "/topic");
  }

  @Test
  void renew_beforeTheLeaseEnds_asksTheHubAgain() throws Exception {
    feed.subscribed();
    feed.clock.pass(LEASE.multipliedBy(5).dividedBy(6));

    feed.pushes.renew();

    assertThat(feed.hub.next()).containsEntry("hub.mode", "subscribe");
  }

  @Test
  void poll_whoseHubIsDead_goesOnAtItsPace() {
    feed.hub.close();
    feed.web
        .says(FEED, 200, Map.of(), feed.withHub(0, 3))
        .says(FEED, 200, Map.of(), feed.withHub(0, 6));

    feed.poll();
    FeedState second = feed.poll();

    assertThat(feed.published).hasSize(6);
    assertThat(second.getPushedUntil()).isNull();
    assertThat(second.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  @Test
  void leaveIf_aSourceThatAnotherInstanceHas_unsubscribesAndTheOtherSubscribes() throws Exception {
    FeedState known = feed.subscribed();

    feed.pushes.leaveIf("wire"::equals);
    assertThat(feed.hub.next()).containsEntry("hub.mode", "unsubscribe");
    feed.pushes.follow(known);

    Map<String, String> anew = feed.hub.next();
    assertThat(anew).containsEntry("hub.mode", "subscribe");
    assertThat(anew.get("hub.callback")).isNotEqualTo(feed.callback);
    assertThat(anew.get("hub.secret")).isNotEqualTo(feed.secret);
  }

  @Test
  void ofPredecessor_whoseHubBrought_isPolledAsSoonAsItMayAndAtTheUsualPace() throws Exception {
    FeedState polled = feed.subscribed();
    feed.brings(Feeds.rss(3, 4));
    FeedState left = feed.taken();

    FeedState known = Known.ofPredecessor(feed.source, left);

    assertThat(known.getPushedUntil()).isNull();
    assertThat(known.getNextPoll())
        .isBetween(
            polled.getLastPoll().plus(Duration.ofMinutes(5)),
            polled.getLastPoll().plus(Duration.ofMinutes(6)));
    FeedState after = feed.poller.poll(feed.source, known);
    assertThat(after.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }
}
