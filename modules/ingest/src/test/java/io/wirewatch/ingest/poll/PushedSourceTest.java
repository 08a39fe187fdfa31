package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.PollBounds;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.FormPoster;
import io.wirewatch.ingest.websub.LoopbackHub;
import io.wirewatch.ingest.websub.WebSubConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source whose feed names a hub: polled, subscribed to, brought, and polled again. */
class PushedSourceTest {
  private static final String FEED = "http://wire.test/feed";
  private static final Duration LEASE = Duration.ofDays(10);

  private final SimulatedClock clock = new SimulatedClock();
  private final ScriptedWeb web = new ScriptedWeb();
  private final HostGates gates = new HostGates(4, Duration.ofSeconds(1));
  private final Timetable timetable = new Timetable(gates);
  private final List<Reading> published = new ArrayList<>();
  private final FormPoster poster = new FormPoster(true);
  private final Source source =
      new Source(
          "wire",
          URI.create(FEED),
          Optional.of(InputKind.FEED),
          new Labels(null, "IQ", "agency"),
          PollBounds.USUAL,
          Access.PLAIN);
  private LoopbackHub hub;
  private Pushes pushes;
  private SourcePoller poller;
  private String secret = "";
  private String callback = "";

  @BeforeEach
  void listen() throws IOException {
    hub = new LoopbackHub();
    int port = freePort();
    URI reached = URI.create("http://127.0.0.1:" + port + "/hub/");
    pushes = Pushes.listening(WebSubConfig.onLoopback(port, reached), poster, clock);
    poller =
        new SourcePoller(
            new SourcePoller.Tools(
                web,
                gates,
                reading -> {
                  published.add(reading);
                  return CompletableFuture.completedFuture(null);
                },
                pushes,
                clock));
    timetable.add(source, Optional.empty());
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    pushes.close();
    poster.close();
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void poll_ofAFeedThatNamesAHub_keepsBothAndSubscribes(boolean inHeader) throws Exception {
    String link = "<%s>; rel=\"hub\", <%s/topic>; rel=\"self\"".formatted(hub.address(), FEED);
    web.says(
        FEED,
        200,
        inHeader ? Map.of("link", link) : Map.of(),
        inHeader ? Feeds.rss(0, 3) : withHub(0, 3));

    FeedState state = poll();

    assertThat(state.getHub()).isEqualTo(hub.address());
    assertThat(state.getTopic()).isEqualTo(FEED + "/topic");
    assertThat(state.getPushedUntil()).isNull();
    assertThat(hub.next())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", FEED + "/topic");
  }

  @Test
  void pushed_whatIsNew_isPublishedOnceWithItsLabelsAndPollsGrowRare() throws Exception {
    subscribed();

    assertThat(brings(Feeds.rss(2, 5))).isEqualTo(202);
    FeedState pushed = taken();

    assertThat(published).hasSize(5);
    assertThat(((Reading.Read) published.get(4)).article().getSourceRegion()).isEqualTo("IQ");
    assertThat(((Reading.Read) published.get(4)).article().getCategory()).isEqualTo("agency");
    assertThat(pushed.getPushes()).isOne();
    assertThat(pushed.getPolls()).isOne();
    assertThat(pushed.getStatus()).isEqualTo("brought by its hub: 2 new");
    assertThat(pushed.getNextPoll()).isAfterOrEqualTo(clock.instant().plus(Duration.ofHours(6)));
    FeedState polled = polledAgain(withHub(0, 5));
    assertThat(published).hasSize(5);
    assertThat(polled.getIntervalMillis()).isEqualTo(Duration.ofHours(6).toMillis());
    assertThat(SourceCard.of(polled, clock.instant()).hub())
        .satisfies(card -> assertThat(card.pushes()).isOne())
        .satisfies(card -> assertThat(card.until()).isAfter(clock.instant()));
  }

  @Test
  void pushed_anItemOfALargeFeed_forgetsNoneOfTheOthers() throws Exception {
    subscribed(withHub(ofMonday(0, 500)));

    brings(ofMonday(500, 501));
    taken();
    polledAgain(withHub(ofMonday(0, 501)));

    assertThat(published.size()).isEqualTo(501);
  }

  @Test
  void poll_thatFindsWhatTheHubDidNotBring_isAtTheUsualPace() throws Exception {
    subscribed();
    brings(Feeds.rss(3, 4));
    taken();

    FeedState polled = polledAgain(withHub(0, 50));

    assertThat(polled.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  @Test
  void poll_whenTheHubHasLongBeenSilent_isAtTheUsualPace() throws Exception {
    subscribed();
    brings(Feeds.rss(3, 50));
    taken();
    clock.pass(Duration.ofHours(13));

    FeedState polled = polledAgain(withHub(0, 50));

    assertThat(polled.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  @Test
  void brought_forgedRepeatedOrTooLarge_isNotTaken() throws Exception {
    subscribed();
    String body = Feeds.rss(3, 4);

    int forged = hub.brings(callback, body, "X-Hub-Signature", sign(body + " "));
    int tooLarge = brings(" ".repeat(WebSubConfig.MOST_BODY_BYTES + 1));
    boolean waitedBefore = pushes.isWaiting();
    brings(body);
    taken();
    int repeated = brings(body);

    assertThat(List.of(forged, tooLarge, repeated)).containsExactly(202, 413, 202);
    assertThat(waitedBefore).isFalse();
    assertThat(pushes.isWaiting()).isFalse();
    assertThat(pushes.counts().orElseThrow().forged()).isOne();
    assertThat(pushes.counts().orElseThrow().repeated()).isOne();
  }

  @Test
  void renew_beforeTheLeaseEnds_asksTheHubAgain() throws Exception {
    subscribed();
    clock.pass(LEASE.multipliedBy(5).dividedBy(6));

    pushes.renew();

    assertThat(hub.next()).containsEntry("hub.mode", "subscribe");
  }

  @Test
  void poll_whoseHubIsDead_goesOnAtItsPace() {
    hub.close();
    web.says(FEED, 200, Map.of(), withHub(0, 3)).says(FEED, 200, Map.of(), withHub(0, 6));

    poll();
    FeedState second = poll();

    assertThat(published).hasSize(6);
    assertThat(second.getPushedUntil()).isNull();
    assertThat(second.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  @Test
  void brought_whileAPollIsUnderWay_waitsForItsEnd() throws Exception {
    subscribed();
    clock.pass(Duration.ofHours(7));
    Timetable.Turn poll = timetable.take(clock.instant()).get(0);

    brings(Feeds.rss(3, 4));

    assertThat(pushes.turns(timetable)).isEmpty();
    timetable.done(poll.state());
    assertThat(pushes.turns(timetable)).hasSize(1);
  }

  @Test
  void leaveIf_aSourceThatAnotherInstanceHas_unsubscribesAndTheOtherSubscribes() throws Exception {
    FeedState known = subscribed();

    pushes.leaveIf("wire"::equals);
    assertThat(hub.next()).containsEntry("hub.mode", "unsubscribe");
    pushes.follow(known);

    Map<String, String> anew = hub.next();
    assertThat(anew).containsEntry("hub.mode", "subscribe");
    assertThat(anew.get("hub.callback")).isNotEqualTo(callback);
    assertThat(anew.get("hub.secret")).isNotEqualTo(secret);
  }

  @Test
  void ofPredecessor_whoseHubBrought_isPolledAsSoonAsItMayAndAtTheUsualPace() throws Exception {
    FeedState polled = subscribed();
    brings(Feeds.rss(3, 4));
    FeedState left = taken();

    FeedState known = Known.ofPredecessor(source, left);

    assertThat(known.getPushedUntil()).isNull();
    assertThat(known.getNextPoll())
        .isBetween(
            polled.getLastPoll().plus(Duration.ofMinutes(5)),
            polled.getLastPoll().plus(Duration.ofMinutes(6)));
    FeedState after = poller.poll(source, known);
    assertThat(after.getIntervalMillis()).isLessThan(Duration.ofHours(6).toMillis());
  }

  private FeedState subscribed() throws Exception {
    return subscribed(withHub(0, 3));
  }

  private FeedState subscribed(String feed) throws Exception {
    web.says(FEED, 200, Map.of(), feed);
    FeedState state = poll();
    Map<String, String> asked = hub.next();
    callback = Objects.toString(asked.get("hub.callback"));
    secret = Objects.toString(asked.get("hub.secret"));
    String seconds = Long.toString(LEASE.toSeconds());
    var answer =
        hub.verifies(
            callback,
            "mode",
            "subscribe",
            "topic",
            FEED + "/topic",
            "challenge",
            "riddle",
            "lease_seconds",
            seconds);
    assertThat(answer.body()).isEqualTo("riddle");
    return state;
  }

  private static String ofMonday(int from, int to) {
    return Feeds.rss(
        IntStream.range(from, to)
            .mapToObj(n -> Feeds.item(n, "The bridge at post " + n + " is open."))
            .map(i -> new Feeds.Item(i.link(), i.headline(), i.text(), SimulatedClock.MONDAY))
            .toList());
  }

  private String withHub(int from, int to) {
    return withHub(Feeds.rss(from, to));
  }

  private String withHub(String feed) {
    return feed.replace(
        "<channel>",
        "<channel><atom:link rel='hub' href='%s'/><atom:link rel='self' href='/feed/topic'/>"
            .formatted(hub.address()));
  }

  private String sign(String body) throws Exception {
    return LoopbackHub.signature("sha256", secret, body);
  }

  private int brings(String body) throws Exception {
    return hub.brings(callback, body, "X-Hub-Signature", sign(body));
  }

  private FeedState taken() {
    Pushes.Turn turn = pushes.turns(timetable).get(0);
    return done(poller.pushed(turn.turn().source(), turn.turn().state(), turn.content()));
  }

  private FeedState polledAgain(String feed) {
    web.now(FEED, feed);
    return poll();
  }

  private FeedState poll() {
    Instant next = timetable.next().orElseThrow();
    clock.to(next.isAfter(clock.instant()) ? next : clock.instant());
    Timetable.Turn turn = timetable.take(clock.instant()).get(0);
    return done(poller.poll(turn.source(), turn.state()));
  }

  private FeedState done(FeedState after) {
    FeedState noted = pushes.noted(after);
    timetable.done(noted);
    return noted;
  }
}
