package io.wirewatch.deliver.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import io.wirewatch.deliver.target.HttpResult.Answered;
import io.wirewatch.deliver.target.HttpResult.Unanswered;
import io.wirewatch.deliver.target.RawServer.Misbehaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the other side does, a request ends in time and it is known what became of it. */
@Timeout(20)
final class HttpSenderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  private static final Duration LIMIT = Duration.ofMillis(600);

  @Test
  void request_thatIsTaken_arrivesWholeWithItsHeaders() throws Exception {
    try (Receiver receiver = new Receiver().answers(200, "thanks")) {
      HttpSettings settings =
          new HttpSettings(
              receiver.address("/hook?a=1"),
              LIMIT,
              Map.of("X-Desk", "night"),
              Optional.empty(),
              List.of());

      assertThat(send(settings, "{\"a\":\"é\"}"))
          .isEqualTo(new Answered(200, "thanks", Optional.empty()));

      assertThat(receiver.last().method()).isEqualTo("POST");
      assertThat(receiver.last().path()).isEqualTo("/hook?a=1");
      assertThat(receiver.last().body()).isEqualTo("{\"a\":\"é\"}");
      assertThat(receiver.last().headers().getFirst("X-Desk")).isEqualTo("night");
      assertThat(receiver.last().headers().getFirst("Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  void redirect_isNotFollowed() throws Exception {
    try (Receiver receiver =
        new Receiver().answers(307, Map.of("Location", "http://127.0.0.1:1/"), "")) {
      assertThat(send(receiver.address("/"))).isEqualTo(new Answered(307, "", Optional.empty()));
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT0S",
    "999999999, P1D",
    "99999999999999999999, ",
    "soon, ",
    "-5, ",
    "'Mon, 02 Mar 2026 08:02:00 GMT', PT2M",
    "'Mon, 02 Mar 2026 07:00:00 GMT', PT0S",
    "'Tue, 02 Mar 2027 07:00:00 GMT', P1D",
    "'Monday, 02-Mar-26 08:02:00 GMT', PT2M",
  })
  void retryAfter_secondsOrDate_isSoLong(String header, Duration asked) throws Exception {
    try (RawServer server =
        new RawServer(
            (connection, of) ->
                RawServer.write(
                    connection,
                    "HTTP/1.1 429 Slow\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(header)))) {
      assertThat(send(server.address()))
          .isEqualTo(new Answered(429, "", Optional.ofNullable(asked)));
    }
  }

  @Test
  void retryAfter_dateOfAServerWhoseClockIsWrong_isCountedByThatClock() throws Exception {
    String answer =
        """
        HTTP/1.1 503 Busy
        Date: Thu, 01 Jan 1970 00:00:10 GMT
        Retry-After: Thu, 01 Jan 1970 00:00:40 GMT
        Content-Length: 0

        """
            .replace("\n", "\r\n");
    try (RawServer server =
        new RawServer((connection, of) -> RawServer.write(connection, answer))) {
      assertThat(send(server.address()))
          .isEqualTo(new Answered(503, "", Optional.of(Duration.ofSeconds(30))));
    }
  }

  @Test
  void silence_endsWithTheTimeout() throws Exception {
    assertUnanswered((connection, server) -> server.hang(), "no answer within");
  }

  @Test
  void head_thatComesByteByByte_endsWithTheTimeout() throws Exception {
    assertUnanswered(
        (connection, server) -> {
          RawServer.write(connection, "HTTP/1.1 200 OK\r\nX-Slow: ");
          trickle(connection);
        },
        "no answer within");
  }

  @Test
  void head_withoutEnd_isGivenUp() throws Exception {
    assertUnanswered(
        (connection, server) -> {
          RawServer.write(connection, "HTTP/1.1 200 OK\r\n");
          while (true) {
            RawServer.write(connection, "X-More: and more\r\n".repeat(100));
          }
        },
        "the connection broke");
  }

  @Test
  void reset_isNoAnswer() throws Exception {
    assertUnanswered((connection, server) -> RawServer.reset(connection), "the connection broke");
  }

  @Test
  void close_withoutAWord_isNoAnswer() throws Exception {
    assertUnanswered((connection, server) -> connection.close(), "closed without an answer");
  }

  @Test
  void rubbish_isNoAnswer() throws Exception {
    assertUnanswered(
        (connection, server) -> {
          RawServer.write(connection, "220 mail.example.org ESMTP\r\n");
          connection.close();
        },
        "");
  }

  @Test
  void nobody_isNoAnswer() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(send(URI.create("http://127.0.0.1:" + port + "/secret-path")))
        .isEqualTo(new Unanswered("nobody listens at http://127.0.0.1:" + port));
  }

  @Test
  void plainServer_askedOverTls_isNoAnswer() throws Exception {
    try (RawServer server =
        new RawServer(
            (connection, of) -> {
              RawServer.write(connection, "HTTP/1.1 400 Bad\r\n\r\n");
              connection.close();
            })) {
      HttpResult result = send(URI.create("https://127.0.0.1:" + server.port() + "/"));

      assertThat(result).isInstanceOf(Unanswered.class);
      assertThat(((Unanswered) result).words()).startsWith("no TLS with https://127.0.0.1:");
    }
  }

  @Test
  void server_thatNobodyVouchesFor_isNotTalkedTo() throws Exception {
    // Its certificate is signed by itself alone.
    try (RawServer server =
        new RawServer(new DummySSLServerSocketFactory(), (connection, of) -> connection.close())) {
      HttpResult result =
          send(
              settings(
                  URI.create("https://127.0.0.1:" + server.port() + "/"), Duration.ofSeconds(10)),
              "{}");

      assertThat(result).isInstanceOf(Unanswered.class);
      assertThat(((Unanswered) result).words()).startsWith("no TLS with").contains("PKIX");
    }
  }

  @Test
  void body_thatNeverEnds_isReadToTheBound() throws Exception {
    try (RawServer server =
        new RawServer(
            (connection, of) -> {
              RawServer.write(connection, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                RawServer.write(connection, "lots ".repeat(1000));
              }
            })) {
      HttpResult result = send(server.address());

      assertThat(((Answered) result).status()).isEqualTo(200);
      assertThat(((Answered) result).body()).hasSize(2048);
    }
  }

  @Test
  void body_thatTrickles_doesNotUndoTheStatus() throws Exception {
    assertTaken(
        (connection, server) -> {
          RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
          trickle(connection);
        });
  }

  @Test
  void body_shorterThanItsLength_doesNotUndoTheStatus() throws Exception {
    assertTaken(
        (connection, server) -> {
          RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort");
          connection.close();
        });
  }

  @Test
  void body_thatBreaksOff_doesNotUndoTheStatus() throws Exception {
    assertTaken(
        (connection, server) -> {
          RawServer.write(
              connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
          RawServer.reset(connection);
        });
  }

  @Test
  void interrupt_endsTheRequestAtOnce() throws Exception {
    try (RawServer server = new RawServer((connection, of) -> of.hang());
        HttpSender sender = sender(settings(server.address(), Duration.ofSeconds(15)))) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> sender.send(HttpCall.post(server.address(), "{}")));
    }
  }

  @Test
  void connection_thatTheOtherSideClosedMeanwhile_isNotUsedAgain() throws Exception {
    try (RawServer server =
            new RawServer(
                (connection, of) -> {
                  RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                  connection.close();
                });
        HttpSender sender = sender(settings(server.address(), LIMIT))) {
      for (int i = 0; i < 3; i++) {
        assertThat(sender.send(HttpCall.post(server.address(), "{}")))
            .isEqualTo(new Answered(200, "", Optional.empty()));
        // Longer than a connection is trusted unasked that the other side may have closed.
        Thread.sleep(550);
      }
    }
  }

  @Test
  void proxy_whereOneIsSet_isAsked() throws Exception {
    try (Receiver proxy = new Receiver()) {
      HttpSettings settings =
          new HttpSettings(
              URI.create("http://news.example.org/hook"),
              LIMIT,
              Map.of(),
              Optional.of(proxy.address("")),
              List.of());

      assertThat(send(settings, "{}")).isEqualTo(new Answered(204, "", Optional.empty()));

      assertThat(proxy.last().headers().getFirst("Host")).isEqualTo("news.example.org");
    }
  }

  private static void assertUnanswered(Misbehaviour behaviour, String words) throws Exception {
    try (RawServer server = new RawServer(behaviour)) {
      long begun = System.nanoTime();
      HttpResult result = send(server.address());

      assertThat(result).isInstanceOf(Unanswered.class);
      assertThat(((Unanswered) result).words()).contains(words);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT.multipliedBy(6));
    }
  }

  private static void assertTaken(Misbehaviour behaviour) throws Exception {
    try (RawServer server = new RawServer(behaviour)) {
      long begun = System.nanoTime();

      assertThat(send(server.address())).isEqualTo(new Answered(200, "", Optional.empty()));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT.multipliedBy(6));
    }
  }

  private static void trickle(Socket connection) throws IOException, InterruptedException {
    while (true) {
      RawServer.write(connection, "x");
      // A byte now and then: what is tested is that this does not go on for ever.
      Thread.sleep(50);
    }
  }

  private static HttpResult send(URI address) throws InterruptedException {
    return send(settings(address, LIMIT), "{}");
  }

  private static HttpResult send(HttpSettings settings, String body) throws InterruptedException {
    try (HttpSender sender = sender(settings)) {
      return sender.send(HttpCall.post(settings.address(), body));
    }
  }

  private static HttpSender sender(HttpSettings settings) {
    return new HttpSender(settings, 2048, CLOCK);
  }

  private static HttpSettings settings(URI address, Duration limit) {
    return new HttpSettings(address, limit, Map.of(), Optional.empty(), List.of());
  }
}
