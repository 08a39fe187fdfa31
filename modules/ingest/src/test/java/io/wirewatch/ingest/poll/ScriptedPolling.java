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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A poller on a scripted web, and what it published. */
final class ScriptedPolling {
  static final String FEED = "http://wire.test/feed";

  final SimulatedClock clock = new SimulatedClock();
  final ScriptedWeb web = new ScriptedWeb();
  final HostGates gates = new HostGates(4, Duration.ofSeconds(1));
  final List<Reading> published = new ArrayList<>();
  final Source feed = source(FEED, InputKind.FEED, Access.PLAIN);
  boolean clusterIsUp = true;
  private final SourcePoller poller =
      new SourcePoller(new SourcePoller.Tools(web, gates, this::publish, Pushes.none(), clock));

  static Source source(String address, InputKind kind, Access access) {
    return new Source(
        "wire",
        URI.create(address),
        Optional.of(kind),
        new Labels("en", null, null),
        PollBounds.USUAL,
        access);
  }

  /** Polls when it is time. */
  FeedState poll(Source source, FeedState known) {
    FeedState state = Known.ofSameAddress(source, known);
    if (state.getNextPoll().isAfter(clock.instant())) {
      clock.to(state.getNextPoll());
    }
    assertThat(gates.tryEnter(Visit.host(Call.address(source, state)), clock.instant())).isTrue();
    return poller.poll(source, state);
  }

  private CompletableFuture<Void> publish(Reading reading) {
    if (!clusterIsUp) {
      return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }
    published.add(reading);
    return CompletableFuture.completedFuture(null);
  }
}
