package io.wirewatch.journey.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Raw bytes to a server, and what it answers until it closes. */
final class Wire {
  private static final int MOST_MILLIS = 20_000;

  private Wire() {}

  /**
   * Sends everything, and says that this is all.
   *
   * @return what came back, one byte a character; empty where the server only closed
   * @throws AssertionError where the server neither answers nor closes
   */
  static String exchange(InetSocketAddress server, byte[] request) throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.setSoTimeout(MOST_MILLIS);
      // No waiting states: a hundred thousand connections would use up the ports.
      socket.setSoLinger(true, 0);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException closedAlready) {
        // What was answered before that can still be read.
        return read(socket.getInputStream());
      }
      return read(socket.getInputStream());
    }
  }

  /** The status of an answer; 0 where there is none. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  /** A request as it should be. */
  static byte[] request(String line, String type, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(line, type, content.length);
    byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = java.util.Arrays.copyOf(headBytes, headBytes.length + content.length);
    System.arraycopy(content, 0, whole, headBytes.length, content.length);
    return whole;
  }

  private static String read(InputStream answer) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] part = new byte[8192];
    try {
      for (int n = answer.read(part); n > 0; n = answer.read(part)) {
        text.append(new String(part, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException hanging) {
      throw new AssertionError("the server neither answers nor closes", hanging);
    } catch (IOException reset) {
      return text.toString();
    }
    return text.toString();
  }
}
