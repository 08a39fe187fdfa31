package io.wirewatch.ingest.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;

/**
 * How articles are received.
 *
 * @param address where to listen; port 0 for any that is free
 * @param mostRequests requests at once; one more is answered 429
 * @param mostBytes bodies in memory at once, in bytes; one more is answered 429
 * @param patience for a request's body to arrive, and again for the cluster to acknowledge
 * @param hosts names that requests may call this server, beside those of {@link
 *     io.wirewatch.contract.http.AllowedHosts}
 */
public record ReceiverConfig(
    InetSocketAddress address,
    int mostRequests,
    long mostBytes,
    Duration patience,
    Set<String> hosts) {

  /** The largest body of one request, in bytes. */
  public static final int MOST_BODY_BYTES = 8 * 1024 * 1024;

  /** Checks the numbers. */
  public ReceiverConfig {
    hosts = Set.copyOf(hosts);
    if (mostRequests < 1 || mostBytes < MOST_BODY_BYTES) {
      throw new IllegalArgumentException("room for one request of 8 MiB at least");
    }
  }

  /** The same, somewhere else and under more names. */
  public static ReceiverConfig at(InetSocketAddress address, Set<String> hosts) {
    return new ReceiverConfig(address, 32, 64L * 1024 * 1024, Duration.ofSeconds(30), hosts);
  }

  /** This machine only, 32 requests and 64 MiB at once, 30 s. */
  public static ReceiverConfig onLoopback(int port) {
    return at(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port), Set.of());
  }
}
