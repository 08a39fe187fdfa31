package io.wirewatch.ingest.http;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How articles are received.
 *
 * @param address where to listen; port 0 for any that is free
 * @param mostRequests requests at once; one more is answered 429
 * @param mostBytes bodies in memory at once, in bytes; one more is answered 429
 * @param patience for a request's body to arrive, and again for the cluster to acknowledge
 */
public record ReceiverConfig(
    InetSocketAddress address, int mostRequests, long mostBytes, Duration patience) {

  /** The largest body of one request, in bytes. */
  public static final int MOST_BODY_BYTES = 8 * 1024 * 1024;

  /** Checks the numbers. */
  public ReceiverConfig {
    if (mostRequests < 1 || mostBytes < MOST_BODY_BYTES) {
      throw new IllegalArgumentException("room for one request of 8 MiB at least");
    }
  }

  /** This machine only, 32 requests and 64 MiB at once, 30 s. */
  public static ReceiverConfig onLoopback(int port) {
    return new ReceiverConfig(
        new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port),
        32,
        64L * 1024 * 1024,
        Duration.ofSeconds(30));
  }
}
