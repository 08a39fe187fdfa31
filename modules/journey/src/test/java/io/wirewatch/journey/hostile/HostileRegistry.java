package io.wirewatch.journey.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Answers one request with whatever bytes it is told to, all others well; then closes the
 * connection.
 */
final class HostileRegistry implements AutoCloseable {
  static final String GOOD = answer("200 OK", "{\"schema\":\"\\\"string\\\"\"}");

  private final ServerSocket server;
  private final AtomicReference<byte @Nullable []> next;

  /** Of several that share what comes next, the one that is asked first answers it. */
  HostileRegistry(AtomicReference<byte @Nullable []> next) throws IOException {
    this.next = next;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "hostile-registry");
    thread.setDaemon(true);
    thread.start();
  }

  static String answer(String status, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: application/vnd.schemaregistry.v1+json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        if (readHead(client.getInputStream())) {
          byte[] hostile = next.getAndSet(null);
          client
              .getOutputStream()
              .write(hostile == null ? GOOD.getBytes(StandardCharsets.UTF_8) : hostile);
        }
      } catch (IOException gone) {
        // The client, or the test, has had enough.
      }
    }
  }

  private static boolean readHead(InputStream in) throws IOException {
    int newLines = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      newLines = b == '\n' ? newLines + 1 : b == '\r' ? newLines : 0;
      if (newLines == 2) {
        return true;
      }
    }
    return false;
  }
}
