package io.wirewatch.ingest.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a fetcher asks.
 *
 * @param userAgent how it names itself
 * @param allowPrivate whether it may ask this machine and its network too
 * @param proxyHosts hosts of proxies, which may be asked wherever they are, for others only
 */
public record FetchSettings(String userAgent, boolean allowPrivate, Set<String> proxyHosts) {

  /** Host names in any case. */
  public FetchSettings {
    proxyHosts =
        proxyHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  static FetchSettings plain(boolean allowPrivate) {
    return new FetchSettings(Fetcher.PRODUCT, allowPrivate, Set.of());
  }
}
