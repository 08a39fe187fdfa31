package io.wirewatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One request a host at a time, a pause after each, and requests at a limited number of hosts.
 * Thread-safe.
 */
public final class HostGates {
  private final int most;
  private final Duration pause;
  private final Set<String> busy = new HashSet<>();
  private final Map<String, Instant> pauses = new HashMap<>();
  private final Map<String, Instant> rests = new HashMap<>();

  /**
   * Gates, all open.
   *
   * @param most at how many hosts requests may run
   * @param pause how long a host is left alone after a poll
   */
  public HostGates(int most, Duration pause) {
    this.most = most;
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }

  /** Enters if that is possible now; whether it was. */
  synchronized boolean tryEnter(String host, Instant now) {
    return busy.size() < most
        && !busy.contains(host)
        && !freeAt(host).isAfter(now)
        && busy.add(host);
  }

  /** Waits for the host; its pause is not waited for, since this is the way that it sent us. */
  synchronized void enter(String host) throws InterruptedException {
    while (busy.size() >= most || busy.contains(host)) {
      wait();
    }
    busy.add(host);
  }

  /** Leaves it, and leaves it alone for some time. */
  synchronized void leave(String host, Instant until) {
    busy.remove(host);
    pauses.put(host, until);
    notifyAll();
  }

  /** It has asked to be left alone until then. */
  synchronized void rest(String host, Instant until) {
    rests.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Until when it has asked to be left alone; long ago where it has not. */
  synchronized Instant restsUntil(String host) {
    return rests.getOrDefault(host, Instant.EPOCH);
  }

  /** When it may be asked next, if nobody is there. */
  synchronized Instant freeAt(String host) {
    Instant paused = pauses.getOrDefault(host, Instant.EPOCH);
    Instant rested = restsUntil(host);
    return paused.isAfter(rested) ? paused : rested;
  }
}
