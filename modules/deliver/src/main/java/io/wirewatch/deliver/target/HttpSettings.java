package io.wirewatch.deliver.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a target is asked over HTTP.
 *
 * @param headers that go with each request, who we are among them
 * @param secrets what must not be shown of an answer
 */
record HttpSettings(
    URI address,
    Duration timeout,
    Map<String, String> headers,
    Optional<URI> proxy,
    List<Secret> secrets) {

  /** The same, and something more that must not be shown. */
  HttpSettings hiding(List<Secret> more) {
    List<Secret> all = new java.util.ArrayList<>(secrets);
    all.addAll(more);
    return new HttpSettings(address, timeout, headers, proxy, List.copyOf(all));
  }

  /** Scheme, host and port: paths and queries of webhooks let in who knows them. */
  @Override
  public String toString() {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
