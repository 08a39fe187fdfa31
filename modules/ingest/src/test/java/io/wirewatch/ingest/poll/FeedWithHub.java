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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A source whose feed names a hub: polled, subscribed to, brought, and polled again. */
final class FeedWithHub implements AutoCloseable {
  static final String FEED = "http://wire.test/feed";
  static final Duration LEASE = Duration.ofDays(10);

  final SimulatedClock clock = new SimulatedClock();
  final ScriptedWeb web = new ScriptedWeb();
  final LoopbackHub hub = new LoopbackHub();
  final List<Reading> published = new ArrayList<>();
  final Source source =
      new Source(
          "wire",
          URI.create(FEED),
          Optional.of(InputKind.FEED),
          new Labels(null, "IQ", "agency"),
          PollBounds.USUAL,
          Access.PLAIN);
  final Timetable timetable;
  final Pushes pushes;
  final SourcePoller poller;
  String secret = "";
  String callback = "";
  private final FormPoster poster = new FormPoster(true);

  FeedWithHub() throws IOException {
    HostGates gates = new HostGates(4, Duration.ofSeconds(1));
    timetable = new Timetable(gates);
    int port = LoopbackHub.freePort();
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

  FeedState subscribed() throws Exception {
    return subscribed(withHub(0, 3));
  }

  FeedState subscribed(String feed) throws Exception {
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
            Objects.toString(asked.get("hub.topic")),
            "challenge",
            "riddle",
            "lease_seconds",
            seconds);
    assertThat(answer.body()).isEqualTo("riddle");
    return state;
  }

  String withHub(int from, int to) {
    return withHub(Feeds.rss(from, to));
  }

  String withHub(String feed) {
    return feed.replace(
        "<channel>",
        "<channel><atom:link rel='hub' href='%s'/><atom:link rel='self' href='/feed/topic'/>"
            .formatted(hub.address()));
  }

  String sign(String body) throws Exception {
    return LoopbackHub.signature("sha256", secret, body);
  }

  int brings(String body) throws Exception {
    return hub.brings(callback, body, "X-Hub-Signature", sign(body));
  }

  FeedState taken() {
    Pushes.Turn turn = pushes.turns(timetable).get(0);
    return done(poller.pushed(turn.turn().source(), turn.turn().state(), turn.content()));
  }

  FeedState polledAgain(String feed) {
    web.now(FEED, feed);
    return poll();
  }

  FeedState poll() {
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

  @Override
  public void close() {
    pushes.close();
    poster.close();
    hub.close();
  }
}
