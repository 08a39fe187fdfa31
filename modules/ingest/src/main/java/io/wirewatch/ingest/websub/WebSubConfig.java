package io.wirewatch.ingest.websub;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * How a subscriber is reached, and what it asks for.
 *
 * @param address where to listen; port 0 for any that is free
 * @param callback the address under which hubs reach it; each subscription has a path of its own
 *     below
 * @param lease for how long to subscribe; hubs may give less
 * @param mostRequests requests at once; one more is answered 429
 * @param patience for a request's body to arrive
 */
public record WebSubConfig(
    InetSocketAddress address, URI callback, Duration lease, int mostRequests, Duration patience) {

  /** The largest body that a hub may bring, in bytes. */
  public static final int MOST_BODY_BYTES = 8 * 1024 * 1024;

  /** Checks it. */
  public WebSubConfig {
    String scheme = String.valueOf(callback.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https"))
        || callback.getHost() == null
        || callback.getQuery() != null) {
      throw new IllegalArgumentException(
          "the callback is an http or https address with a host and without a query");
    }
    if (mostRequests < 1 || lease.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("one request at least, and a lease of an hour");
    }
  }

  /** On this machine, for a callback that leads here; ten days, 8 requests at once, 30 s. */
  public static WebSubConfig onLoopback(int port, URI callback) {
    return new WebSubConfig(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        callback,
        Duration.ofDays(10),
        8,
        Duration.ofSeconds(30));
  }
}
