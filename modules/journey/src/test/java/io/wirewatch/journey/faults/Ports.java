package io.wirewatch.journey.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Free ports below those that the system gives to outgoing connections: a broker must find its own
 * free when it comes back.
 */
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int COUNT = 9_000;

  private final Random random = new Random();

  /** A port that nothing listens on. */
  public int next() {
    while (true) {
      int port = FIRST + random.nextInt(COUNT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one, then.
      }
    }
  }
}
