package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.FetchFailedException;
import io.wirewatch.ingest.web.FetchFailedException.Kind;
import io.wirewatch.ingest.web.WebAnswer;
import io.wirewatch.ingest.web.WebRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The requests of one poll: it holds one host at a time, and goes where redirects lead. */
final class Visit implements AutoCloseable {
  private final Source source;
  private final Web web;
  private final HostGates gates;
  private final Clock clock;
  private Optional<String> at;
  private Duration pause;

  /** A visit that begins at a host whose gate was entered for it. */
  Visit(Source source, String host, SourcePoller.Tools tools) {
    this.source = source;
    this.web = tools.web();
    this.gates = tools.gates();
    this.clock = tools.clock();
    this.at = Optional.of(host);
    this.pause = gates.pause();
  }

  /** What stands for a host in politeness: its name, whatever port. */
  static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT);
  }

  /** Asks an address; the source's own headers go along to its own origin only. */
  WebAnswer ask(URI address, Map<String, String> more) throws FetchFailedException {
    enter(host(address));
    Map<String, String> headers = new HashMap<>(more);
    if (isOwn(address)) {
      headers.putAll(source.access().headers());
    }
    WebAnswer answer = web.ask(new WebRequest(address, headers, source.access().proxy()));
    if (Waits.isBusy(answer)) {
      Waits.asked(answer, clock.instant()).ifPresent(until -> gates.rest(host(address), until));
    }
    return answer;
  }

  /** Leaves hosts alone for at least so long after this. */
  void pauseAtLeast(Duration wanted) {
    pause = wanted.compareTo(pause) > 0 ? wanted : pause;
  }

  private boolean isOwn(URI address) {
    return Robots.origin(address).equals(Robots.origin(source.address()));
  }

  private void enter(String host) throws FetchFailedException {
    if (at.filter(host::equals).isPresent()) {
      return;
    }
    leave();
    Instant rest = gates.restsUntil(host);
    if (rest.isAfter(clock.instant())) {
      throw new FetchFailedException(
          Kind.REDIRECT, "leads to " + host + ", which has asked to be left alone until " + rest);
    }
    try {
      gates.enter(host);
      at = Optional.of(host);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FetchFailedException(Kind.CONNECTION, "was not asked: the command stops");
    }
  }

  /** Leaves the host where it is, if it is at one. */
  void leave() {
    at.ifPresent(host -> gates.leave(host, clock.instant().plus(pause)));
    at = Optional.empty();
  }

  @Override
  public void close() {
    leave();
  }
}
