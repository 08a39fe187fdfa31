package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.target.Requests.LIMIT;
import static io.wirewatch.deliver.target.Requests.send;
import static io.wirewatch.deliver.target.Requests.sender;
import static io.wirewatch.deliver.target.Requests.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wirewatch.deliver.target.HttpResult.Answered;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request brings, and what is read of its answer. */
@Timeout(20)
final class HttpSenderTest {
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
}
