package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.registry.SchemaRegistry;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.ingest.http.ArticleReceiver;
import io.wirewatch.ingest.http.ReceiverConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that send without end, or hardly at all. The build gives heads of requests five seconds
 * to arrive.
 */
final class HostileClientTest {
  private static final int DRIPPING = 200;
  private static final long GIGABYTE = 1L << 30;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path directory;

  private static ArticleReceiver receiver() throws IOException {
    return new ArticleReceiver(
        ReceiverConfig.onLoopback(0), article -> CompletableFuture.completedFuture(null), CLOCK);
  }

  @Test
  void post_aGigabyteInChunks_is413LongBeforeItHasCome() throws Exception {
    try (ArticleReceiver receiver = receiver();
        Socket socket = new Socket(receiver.address().getAddress(), receiver.address().getPort())) {
      socket.setSoTimeout(30_000);
      CompletableFuture<Long> sent = CompletableFuture.supplyAsync(() -> sendChunks(socket));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

      assertThat(answer).isEqualTo("HTTP/1.1 413");
      assertThat(sent.get()).isLessThan(64L << 20);
    }
  }

  /** How much could be sent before the server had enough. */
  private static long sendChunks(Socket socket) {
    byte[] chunk = ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      while (sent < GIGABYTE) {
        out.write(chunk);
        sent += chunk.length;
      }
    } catch (IOException closed) {
      return sent;
    }
    return sent;
  }

  @Test
  void post_besideHeadsThatDoNotCome_isTakenAndTheOthersAreClosed() throws Exception {
    try (ArticleReceiver receiver = receiver()) {
      List<Socket> dripping = dripping(receiver.address(), "POST /articles HTTP/1.1\r\nHost: loc");

      String answer =
          Wire.exchange(
              receiver.address(),
              Wire.request("POST /articles", "application/json", JsonLinesFuzzTest.GOOD));

      assertThat(Wire.status(answer)).isEqualTo(202);
      assertThat(dripping).allSatisfy(HostileClientTest::ends);
    }
  }

  @Test
  void registry_besideHeadsThatDoNotCome_answersAndTheOthersAreClosed() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(directory, 0)) {
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(registry.url()).getPort());
      List<Socket> dripping = dripping(address, "GET /subj");
      SchemaRegistry client = new SchemaRegistry(Map.of("schema.registry.url", registry.url()));

      assertThat(client.id("a-value", RawArticle.getClassSchema(), true)).isEqualTo(1);
      assertThat(dripping).allSatisfy(HostileClientTest::ends);
    }
  }

  @Test
  void registry_underANameThatIsNotOurs_is421() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(directory, 0)) {
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(registry.url()).getPort());
      String request =
          "GET /subjects HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";

      assertThat(Wire.exchange(address, request.getBytes(StandardCharsets.US_ASCII)))
          .startsWith("HTTP/1.1 421 ");
    }
  }

  private static List<Socket> dripping(InetSocketAddress server, String beginning)
      throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int number = 0; number < DRIPPING; number++) {
      Socket socket = new Socket(server.getAddress(), server.getPort());
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      sockets.add(socket);
    }
    return sockets;
  }

  private static void ends(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(30_000);
      int end;
      try {
        end = socket.getInputStream().read();
      } catch (java.net.SocketException reset) {
        end = -1;
      }
      assertThat(end).isEqualTo(-1);
    }
  }
}
