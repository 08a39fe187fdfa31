package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.websub.WebSubConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub brings is taken once, and the less it leaves to find, the rarer the polls. */
final class PushedSourceTest {
  private FeedWithHub feed;

  @BeforeEach
  void listen() throws IOException {
    feed = new FeedWithHub();
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void pushed_whatIsNew_isPublishedOnceWithItsLabelsAndPollsGrowRare() throws Exception {
    feed.subscribed();

    assertThat(feed.brings(Feeds.rss(2, 5))).isEqualTo(202);
    FeedState pushed = feed.taken();

    assertThat(feed.published).hasSize(5);
    assertThat(((Reading.Read) feed.published.get(4)).article().getSourceRegion()).isEqualTo("IQ");
    assertThat(((Reading.Read) feed.published.get(4)).article().getCategory()).isEqualTo("agency");
    assertThat(pushed.getPushes()).isOne();
    assertThat(pushed.getPolls()).isOne();
    assertThat(pushed.getStatus()).isEqualTo("brought by its hub: 2 new");
    assertThat(pushed.getNextPoll())
        .isAfterOrEqualTo(feed.clock.instant().plus(Duration.ofHours(6)));
    FeedState polled = feed.polledAgain(feed.withHub(0, 5));
    assertThat(feed.published).hasSize(5);
    assertThat(polled.getIntervalMillis()).isEqualTo(Duration.ofHours(6).toMillis());
    assertThat(SourceCard.of(polled, feed.clock.instant()).hub())
        .satisfies(card -> assertThat(card.pushes()).isOne())
        .satisfies(card -> assertThat(card.until()).isAfter(feed.clock.instant()));
  }

  @Test
  void pushed_ofATopicThatIsNotWrittenAsAddressesAre_isTaken() throws Exception {
    feed.subscribed(feed.withHub(0, 3).replace("/feed/topic", "http://wire.test/feed?edition=a|b"));

    assertThat(feed.brings(Feeds.rss(3, 4))).isEqualTo(202);
    feed.taken();

    assertThat(feed.published).hasSize(4);
  }

  @Test
  void pushed_anItemOfALargeFeed_forgetsNoneOfTheOthers() throws Exception {
    feed.subscribed(feed.withHub(ofMonday(0, 500)));

    feed.brings(ofMonday(500, 501));
    feed.taken();
    feed.polledAgain(feed.withHub(ofMonday(0, 501)));

    assertThat(feed.published.size()).isEqualTo(501);
  }

  @Test
  void poll_thatFindsWhatTheHubDidNotBring_isAtTheUsualPace() throws Exception {
    feed.subscribed();
    feed.brings(Feeds.rss(3, 4));
    feed.taken();

    FeedState polled = feed.polledAgain(feed.withHub(0, 50));

    assertThat(polled.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  @Test
  void poll_whenTheHubHasLongBeenSilent_isAtTheUsualPace() throws Exception {
    feed.subscribed();
    feed.brings(Feeds.rss(3, 50));
    feed.taken();
    feed.clock.pass(Duration.ofHours(13));

    FeedState polled = feed.polledAgain(feed.withHub(0, 50));

    assertThat(polled.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  @Test
  void brought_forgedRepeatedOrTooLarge_isNotTaken() throws Exception {
    feed.subscribed();
    String body = Feeds.rss(3, 4);

    int forged = feed.hub.brings(feed.callback, body, "X-Hub-Signature", feed.sign(body + " "));
    int tooLarge = feed.brings(" ".repeat(WebSubConfig.MOST_BODY_BYTES + 1));
    boolean waitedBefore = feed.pushes.isWaiting();
    feed.brings(body);
    feed.taken();
    int repeated = feed.brings(body);

    assertThat(List.of(forged, tooLarge, repeated)).containsExactly(202, 413, 202);
    assertThat(waitedBefore).isFalse();
    assertThat(feed.pushes.isWaiting()).isFalse();
    assertThat(feed.pushes.counts().orElseThrow().forged()).isOne();
    assertThat(feed.pushes.counts().orElseThrow().repeated()).isOne();
  }

  @Test
  void brought_whileAPollIsUnderWay_waitsForItsEnd() throws Exception {
    feed.subscribed();
    feed.clock.pass(Duration.ofHours(7));
    Timetable.Turn poll = feed.timetable.take(feed.clock.instant()).get(0);

    feed.brings(Feeds.rss(3, 4));

    assertThat(feed.pushes.turns(feed.timetable)).isEmpty();
    feed.timetable.done(poll.state());
    assertThat(feed.pushes.turns(feed.timetable)).hasSize(1);
  }

  private static String ofMonday(int from, int to) {
    return Feeds.rss(
        IntStream.range(from, to)
            .mapToObj(n -> Feeds.item(n, "The bridge at post " + n + " is open."))
            .map(i -> new Feeds.Item(i.link(), i.headline(), i.text(), SimulatedClock.MONDAY))
            .toList());
  }
}
