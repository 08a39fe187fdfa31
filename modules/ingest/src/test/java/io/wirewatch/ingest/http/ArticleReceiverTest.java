package io.wirewatch.ingest.http;

import static io.wirewatch.ingest.http.LoopbackReceiver.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be posted, by whom, and how much of it; what is told to who posts anything else. */
class ArticleReceiverTest {
  private static final String OTHER = GOOD.replace("a1", "a2");

  private LoopbackReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new LoopbackReceiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON;charset=\"UTF-8\""
      })
  void post_oneObject_isPublishedAndNamed(String type) throws Exception {
    HttpResponse<String> answer = receiver.post(type, GOOD);

    assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("202 {\"ids\":[\"a1\"]}\n");
    assertThat(receiver.published.get(0).getFeed()).isEqualTo("http:127.0.0.1");
    assertThat(receiver.published.get(0).getObservedAt())
        .isEqualTo(LoopbackReceiver.CLOCK.instant());
  }

  @Test
  void post_anArray_isPublishedInItsOrder() throws Exception {
    assertThat(receiver.post("application/json", "[" + GOOD + ",\n" + OTHER + "]").body())
        .isEqualTo("{\"ids\":[\"a1\",\"a2\"]}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-ndjson", "application/jsonl"})
  void post_lines_arePublishedInTheirOrder(String type) throws Exception {
    assertThat(receiver.post(type, GOOD + "\n\n" + OTHER + "\r\n").body())
        .isEqualTo("{\"ids\":[\"a1\",\"a2\"]}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"source\":\"s\",\"body\":\"b\"} | {\"error\":\"headline: missing\",\"line\":1,\"field\":\"headline\"}",
        "application/json | '[{\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"},\n{\"source\":7}]' | {\"error\":\"source: not a string\",\"line\":2,\"field\":\"source\"}",
        "application/jsonl | '{\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"}\n\n{\"source\":\"s\",\"headline\":\"h\"}' | {\"error\":\"body: missing\",\"line\":3,\"field\":\"body\"}",
        "application/json | [] | {\"error\":\"no article\"}",
        "application/json | '' | {\"error\":\"no article\"}",
        "application/jsonl | ' ' | {\"error\":\"no article\"}",
        "application/json | {\"source\":\"s\",\"headline\":\"\",\"body\":\"\"} | {\"error\":\"empty: neither headline nor body\",\"line\":1}",
        "application/json | '{\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"}\n{}' | {\"error\":\"more than one value; is it JSON lines?\",\"line\":2}",
        "application/json | 7 | {\"error\":\"not a JSON object\",\"line\":1}"
      })
  void post_whatIsWrong_isToldWithLineAndField(String type, String body, String error)
      throws Exception {
    HttpResponse<String> answer = receiver.post(type, body);

    assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("400 " + error + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[{},", "[", "{\"a\":}", "[1,,2]", "{\"a\":1}}"})
  void post_brokenJson_isABadRequest(String body) throws Exception {
    assertThat(receiver.post("application/json", body).statusCode()).isEqualTo(400);
  }

  @Test
  void post_oneWrongAmongGoodOnes_publishesNothing() throws Exception {
    receiver.post("application/jsonl", GOOD + "\n{}\n" + OTHER);

    assertThat(receiver.published).isEmpty();
  }

  @Test
  void post_bytesThatAreNotUtf8_isABadRequest() throws Exception {
    HttpRequest request =
        receiver
            .to("/articles")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xFF}))
            .build();

    assertThat(receiver.send(request).body()).isEqualTo("{\"error\":\"not UTF-8\"}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=utf-16"})
  void post_anotherType_is415(String type) throws Exception {
    assertThat(receiver.post(type, GOOD).statusCode()).isEqualTo(415);
  }

  @Test
  void post_moreThan8MiB_is413() throws Exception {
    assertThat(receiver.post("application/json", "x".repeat(8 * 1024 * 1024 + 1)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void post_moreThan8MiBInChunks_is413() throws Exception {
    byte[] part = new byte[1024 * 1024];
    HttpRequest request =
        receiver
            .to("/articles")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArrays(Collections.nCopies(9, part)))
            .build();

    assertThat(receiver.send(request).statusCode()).isEqualTo(413);
  }

  @Test
  void post_fromAPageInABrowser_is403() throws Exception {
    HttpRequest request =
        receiver
            .to("/articles")
            .header("Content-Type", "application/json")
            .header("Origin", "https://elsewhere.example")
            .POST(BodyPublishers.ofString(GOOD))
            .build();

    assertThat(receiver.send(request).statusCode()).isEqualTo(403);
    assertThat(receiver.published).isEmpty();
  }

  @Test
  void post_underANameThatIsNotOurs_is421() throws Exception {
    String answer =
        sent(
            "POST /articles HTTP/1.1\r\nHost: rebound.example\r\nContent-Type: application/json\r\nContent-Length: "
                + GOOD.length()
                + "\r\n\r\n"
                + GOOD);

    assertThat(answer).startsWith("HTTP/1.1 421 ");
    assertThat(receiver.published).isEmpty();
  }

  @Test
  void post_gzippedBody_isNotUnpacked() throws Exception {
    HttpRequest request =
        receiver
            .to("/articles")
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(new byte[] {0x1F, (byte) 0x8B, 8, 0}))
            .build();

    assertThat(receiver.send(request).body()).isEqualTo("{\"error\":\"not UTF-8\"}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"body\":["})
  void post_nestedWithoutEnd_isABadRequest(String part) throws Exception {
    assertThat(receiver.post("application/json", part.repeat(100_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void get_is405AndSaysWhatIsAllowed() throws Exception {
    HttpResponse<String> answer = receiver.send(receiver.to("/articles").GET().build());

    assertThat(answer.statusCode() + " " + answer.headers().firstValue("Allow").orElse(""))
        .isEqualTo("405 POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/articles/", "/articlesx", "/other"})
  void post_elsewhere_is404(String path) throws Exception {
    HttpRequest request =
        receiver
            .to(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(GOOD))
            .build();

    assertThat(receiver.send(request).statusCode()).isEqualTo(404);
  }

  @Test
  void post_aBodyThatDoesNotCome_endsWithTheConnection() throws Exception {
    try (Socket socket =
        new Socket(receiver.address().getAddress(), receiver.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
              .getBytes(StandardCharsets.UTF_8));
      socket.setSoTimeout(10_000);

      assertThat(ended(socket)).isTrue();
    }
    assertThat(receiver.post("application/json", GOOD).statusCode()).isEqualTo(202);
  }

  /** What the server answers to these bytes, until it closes. */
  private String sent(String request) throws IOException {
    try (Socket socket =
        new Socket(receiver.address().getAddress(), receiver.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
