package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.target.Requests.LIMIT;
import static io.wirewatch.deliver.target.Requests.send;
import static io.wirewatch.deliver.target.Requests.settings;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import io.wirewatch.deliver.target.HttpResult.Answered;
import io.wirewatch.deliver.target.HttpResult.Unanswered;
import io.wirewatch.deliver.target.RawServer.Misbehaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the other side does, a request ends in time and it is known what became of it. */
@Timeout(20)
final class MisbehaviourTest {
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
}
