package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.source.Source;
import java.time.Clock;

/** Tries sources once, as if nothing were known of them. */
public final class SourceTrial {
  private final SourcePoller poller;
  private final HostGates gates;

  /** A trial with these tools; what would be published goes to their sink. */
  public SourceTrial(SourcePoller.Tools tools) {
    this.poller = new SourcePoller(tools);
    this.gates = tools.gates();
  }

  /** Waits until its host is free, and polls it. */
  public SourceCard of(Source source, Clock clock) throws InterruptedException {
    FeedState unknown = Known.nothingOf(source);
    gates.enter(Visit.host(Call.address(source, unknown)));
    return SourceCard.of(poller.poll(source, unknown), clock.instant());
  }
}
