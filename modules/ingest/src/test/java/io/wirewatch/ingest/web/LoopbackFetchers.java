package io.wirewatch.ingest.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/** Fetchers to whom every host is this machine. */
public final class LoopbackFetchers {
  private LoopbackFetchers() {}

  /** One that waits no longer than this. */
  public static Fetcher within(Duration time) {
    return new Fetcher(
        new FetchSettings("wirewatch/test (+desk@wire.test)", false, Set.of()),
        new Loopback(),
        new FetchLimits(time, time));
  }

  private static final class Loopback implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
