package io.wirewatch.dashboard.web;

import static io.wirewatch.dashboard.web.FixedDoor.CSRF;
import static io.wirewatch.dashboard.web.FixedDoor.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.web.Wire.Answer;
import io.wirewatch.dashboard.web.Wire.Ask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests are answered, whoever asks. */
final class DashboardServerTest {
  private final EchoServer server = new EchoServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /probe.js,200",
    "HEAD /probe.js,200",
    "GET /nothing.js,404",
    "GET /api/nothing,404",
    "GET /api/echo,200",
    "PUT /api/echo,405",
    "GET /api/wrong,400",
    "GET /api/broken,500",
    "DELETE /api/echo,403",
    "POST /probe.js,405",
    "OPTIONS /api/echo,405",
    "POST /articles,202"
  })
  void everyReply_hasSecurityHeaders(String line, int status) throws IOException {
    Answer answer = server.answer(Ask.of(line).with(OPERATOR));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-security-policy")).isEqualTo(Sending.PAGE_POLICY);
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cache-control")).isIn("no-store", "no-cache");
  }

  @Test
  void body_overTheBound_isRefused() throws IOException {
    Ask ask = Ask.of("POST /api/echo").with(OPERATOR).with(CSRF);

    assertThat(server.answer(ask.json("x".repeat(Request.MOST_BODY_BYTES + 1))).status())
        .isEqualTo(413);
    assertThat(server.answer(ask.json("x".repeat(Request.MOST_BODY_BYTES))).status())
        .isEqualTo(200);
  }

  @Test
  void bodyInChunksOverTheBound_isRefused() throws IOException {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    Ask ask =
        Ask.of("POST /api/echo")
            .with(OPERATOR)
            .with(CSRF)
            .with("Content-Type: application/json")
            .with("Transfer-Encoding: chunked");
    try (Socket socket = server.open(ask)) {
      socket
          .getOutputStream()
          .write((chunk.repeat(17) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

      assertThat(Wire.until(socket, "\r\n")).contains(" 413 ");
    }
  }

  @Test
  void otherMethods_areToldWhichThereAre() throws IOException {
    Answer answer = server.answer(Ask.of("PUT /api/echo").with(OPERATOR));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo("DELETE, GET, HEAD, POST");
  }

  @Test
  void head_isAsGetWithoutContent() throws IOException {
    Answer get = server.answer(Ask.of("GET /api/echo?q=1").with(OPERATOR));
    Answer head = server.answer(Ask.of("HEAD /api/echo?q=1").with(OPERATOR));

    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).isEqualTo(Integer.toString(get.body().length));
    assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
  }

  @Test
  void failure_isToldWithoutItsReasons() throws IOException {
    Answer answer = server.answer(Ask.of("GET /api/broken").with(OPERATOR));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception").contains("log");
  }

  @Test
  void badRequest_isToldItsReason() throws IOException {
    assertThat(server.answer(Ask.of("GET /api/wrong").with(OPERATOR)).text())
        .isEqualTo("{\"error\":\"'limit' is a number\"}");
    assertThat(server.answer(Ask.of("GET /api/echo?q=%zz").with(OPERATOR)).status()).isEqualTo(400);
  }

  @Test
  void pathBelowARoute_isDecoded() throws IOException {
    assertThat(server.answer(Ask.of("GET /api/things/a%20b/c").with(OPERATOR)).text())
        .isEqualTo("{\"said\":\"a b/c\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../web/DashboardServer.class",
        "/..%2fweb%2fDashboardServer.class",
        "/%2e%2e/Dashboard.class",
        "/page/..%5c..%5cetc",
        "/probe.js%00",
        "/probe.js/",
        "//probe.js/..",
        "/.."
      })
  void traversal_findsNothing(String path) throws IOException {
    assertThat(server.answer(Ask.of("GET " + path)).status()).isEqualTo(404);
  }

  @Test
  void pageFile_thatTheBrowserHas_isNotSentAgain() throws IOException {
    Answer first = server.answer(Ask.of("GET /probe.js"));
    Answer again =
        server.answer(Ask.of("GET /probe.js").with("If-None-Match: " + first.header("etag")));

    assertThat(first.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"large", "packed"})
  void largeJson_isPackedForWhoTakesIt(String name) throws IOException {
    Ask ask = Ask.of("GET /api/" + name).with(OPERATOR);
    Answer packed = server.answer(ask.with("Accept-Encoding: br, gzip;q=0.8"));
    Answer plain = server.answer(ask.with("Accept-Encoding: gzip;q=0, br"));

    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.body().length).isLessThan(5_000);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(plain.header("content-encoding")).isEmpty();
    assertThat(plain.header("vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void otherHandlers_answerAtTheirPathAlone() throws IOException {
    assertThat(server.answer(Ask.of("POST /articles")).status()).isEqualTo(202);
    assertThat(server.answer(Ask.of("POST /articles/more")).status()).isEqualTo(404);
    assertThat(server.answer(Ask.of("POST /articles").with("Host: evil.example")).status())
        .isEqualTo(421);
  }
}
