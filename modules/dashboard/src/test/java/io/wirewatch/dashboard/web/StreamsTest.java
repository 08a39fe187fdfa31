package io.wirewatch.dashboard.web;

import static io.wirewatch.dashboard.web.FixedDoor.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.web.Wire.Answer;
import io.wirewatch.dashboard.web.Wire.Ask;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that go on: how many, for whom, and how they end. */
final class StreamsTest {
  private static final int MOST_STREAMS = 2;

  private final FixedDoor door = new FixedDoor();
  private final CountDownLatch streamEnded = new CountDownLatch(1);
  private DashboardServer server;

  @BeforeEach
  void start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    DashboardServer.Site site = new DashboardServer.Site(address, Set.of(), Map.of(), "0.1.0");
    List<Route> routes =
        List.of(Route.get("/api/stream", this::stream), Route.get("/api/flood", this::flood));
    server = new DashboardServer(site, MOST_STREAMS, door, routes);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply stream(Request asked) {
    return new Reply.Flowing(
        "text/event-stream",
        out -> {
          out.write(
              ("data: after " + asked.lastEventId().orElse("-") + "\n\n")
                  .getBytes(StandardCharsets.UTF_8));
          for (int at = 0; at < 600; at++) {
            pause();
            out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
          }
        },
        Map.of());
  }

  private Reply flood(Request asked) {
    return new Reply.Flowing(
        "text/event-stream",
        out -> {
          try {
            byte[] much = new byte[1 << 20];
            while (true) {
              out.write(much);
            }
          } finally {
            streamEnded.countDown();
          }
        },
        Map.of());
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Test
  void stream_hasSecurityHeadersToo() throws IOException {
    try (Socket stream = Wire.open(server.address(), Ask.of("GET /api/stream").with(OPERATOR))) {
      assertThat(Wire.until(stream, "after").toLowerCase(Locale.ROOT))
          .contains("content-security-policy: default-src 'none'")
          .contains("nosniff");
    }
  }

  @Test
  void stream_beginsWhereTheBrowserLeftOff() throws IOException {
    Ask ask = Ask.of("GET /api/stream").with(OPERATOR).with("Last-Event-ID: 17");
    try (Socket stream = Wire.open(server.address(), ask)) {
      assertThat(Wire.until(stream, "after 17")).contains("200 OK", "text/event-stream");
    }
  }

  @Test
  void moreStreamsThanAllowed_areToldSo() throws IOException {
    Ask ask = Ask.of("GET /api/stream").with(OPERATOR);
    try (Socket first = Wire.open(server.address(), ask);
        Socket second = Wire.open(server.address(), ask)) {
      Wire.until(first, "after");
      Wire.until(second, "after");

      Answer third = Wire.answer(server.address(), ask);
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.text()).contains("dashboard.streams");
    }
  }

  @Test
  void streamOfABrowserThatIsGone_makesRoom() throws Exception {
    Ask ask = Ask.of("GET /api/stream").with(OPERATOR);
    for (int at = 0; at < MOST_STREAMS; at++) {
      try (Socket gone = Wire.open(server.address(), ask)) {
        Wire.until(gone, "after");
      }
    }
    Thread.sleep(1_000); // The server writes every 50 ms, and learns so that nobody reads.

    try (Socket next = Wire.open(server.address(), ask)) {
      assertThat(Wire.until(next, "after")).contains("200 OK");
    }
  }

  @Test
  void streamOfASessionThatHasEnded_ends() throws IOException {
    try (Socket stream = Wire.open(server.address(), Ask.of("GET /api/stream").with(OPERATOR))) {
      Wire.until(stream, "after");
      door.open.set(false);

      // Asked every five seconds; without that it would last for thirty.
      assertThat(stream.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void streamOfABrowserThatTakesNothing_endsWithinBounds() throws Exception {
    try (Socket slow = Wire.open(server.address(), Ask.of("GET /api/flood").with(OPERATOR))) {
      assertThat(streamEnded.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(slow.isConnected()).isTrue();
    }
  }
}
