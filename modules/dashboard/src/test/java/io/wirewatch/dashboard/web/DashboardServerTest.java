package io.wirewatch.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.dashboard.web.Wire.Answer;
import io.wirewatch.dashboard.web.Wire.Ask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DashboardServerTest {
  private static final String OPERATOR = "X-Test-Role: OPERATOR";
  private static final String READER = "X-Test-Role: READER";
  private static final String CSRF = "X-Csrf-Token: " + FixedDoor.CSRF;

  private final FixedDoor door = new FixedDoor();
  private DashboardServer server;

  @BeforeEach
  void start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    DashboardServer.Site site =
        new DashboardServer.Site(
            address,
            Set.of("desk.example"),
            Map.of("/articles", (exchange, arrival) -> other(exchange)),
            "0.1.0");
    server = new DashboardServer(site, 1, door, routes());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<Route> routes() {
    return List.of(
        Route.get("/api/echo", DashboardServerTest::echo),
        Route.question("/api/echo", DashboardServerTest::echo),
        Route.decision("DELETE", "/api/echo", asked -> Reply.nothing()),
        Route.get("/api/things/", asked -> text(asked.below("/api/things/"))),
        Route.decision("POST", "/api/desk", asked -> text(asked.user().signature())),
        Route.get("/api/wrong", asked -> fail(new BadRequestException("'limit' is a number"))),
        Route.get("/api/broken", asked -> fail(new IllegalStateException("secret inside"))),
        Route.get("/api/large", asked -> text("x".repeat(100_000))),
        Route.get("/api/packed", asked -> packed("x".repeat(100_000))));
  }

  private static void other(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, -1);
  }

  private static Reply echo(Request asked) {
    return text(
        asked.method()
            + asked.asked("q").orElse("")
            + new String(asked.body(), StandardCharsets.UTF_8));
  }

  private static Reply text(String said) {
    return Reply.json(200, JsonNodeFactory.instance.objectNode().put("said", said));
  }

  private static Reply fail(RuntimeException thrown) {
    throw thrown;
  }

  private Answer answer(Ask ask) throws IOException {
    return Wire.answer(server.address(), ask);
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
    Answer answer = answer(Ask.of(line).with(OPERATOR));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-security-policy")).isEqualTo(Sending.PAGE_POLICY);
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cache-control")).isIn("no-store", "no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example,421",
    "Host: localhost:9999,200",
    "Host: desk.example,200",
    "Host: 127.0.0.1,200"
  })
  void host_isOneOfOurNames(String host, int status) throws IOException {
    assertThat(answer(Ask.of("GET /api/echo").with(OPERATOR).with(host)).status())
        .isEqualTo(status);
  }

  @Test
  void refusedHost_hasSecurityHeadersToo() throws IOException {
    assertThat(answer(Ask.of("GET /").with("Host: evil.example")).header("content-security-policy"))
        .isEqualTo(Sending.PAGE_POLICY);
  }

  @Test
  void originOfAnotherSite_isForbidden() throws IOException {
    Ask ask = Ask.of("POST /api/desk").with(OPERATOR).with(CSRF).json("{}");

    assertThat(answer(ask.with("Origin: https://evil.example")).status()).isEqualTo(403);
    assertThat(answer(ask.with("Origin: null")).status()).isEqualTo(403);
    assertThat(answer(ask.with("Origin: http://localhost:8080")).status()).isEqualTo(200);
  }

  @Test
  void visitorOutside_isToldHowToComeIn() throws IOException {
    Answer answer = answer(Ask.of("GET /api/echo"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEqualTo("{\"error\":\"sign in first\",\"signIn\":\"password\"}");
  }

  @Test
  void visitorOutside_hasThePageItself() throws IOException {
    assertThat(answer(Ask.of("GET /probe.js")).status()).isEqualTo(200);
  }

  @Test
  void write_withoutTheTokenOfOurPage_isForbidden() throws IOException {
    Ask ask = Ask.of("POST /api/desk").with(OPERATOR).json("{}");

    assertThat(answer(ask).status()).isEqualTo(403);
    assertThat(answer(ask.with("X-Csrf-Token: guess")).status()).isEqualTo(403);
    assertThat(answer(ask.with(CSRF).with(CSRF)).status()).isEqualTo(403);
    assertThat(answer(ask.with(CSRF)).text()).isEqualTo("{\"said\":\"amal\"}");
  }

  @Test
  void reader_asksButDoesNotDecide() throws IOException {
    assertThat(answer(Ask.of("POST /api/echo").with(READER).with(CSRF).json("{}")).status())
        .isEqualTo(200);
    assertThat(answer(Ask.of("POST /api/desk").with(READER).with(CSRF).json("{}")).status())
        .isEqualTo(403);
    assertThat(answer(Ask.of("DELETE /api/echo").with(READER).with(CSRF)).status()).isEqualTo(403);
  }

  @Test
  void body_hasToSayThatItIsJson() throws IOException {
    Ask form =
        new Ask("POST /api/desk HTTP/1.1", List.of(OPERATOR, CSRF), "{}")
            .with("Content-Type: text/plain");

    assertThat(answer(form).status()).isEqualTo(415);
  }

  @Test
  void body_overTheBound_isRefused() throws IOException {
    Ask ask = Ask.of("POST /api/echo").with(OPERATOR).with(CSRF);

    assertThat(answer(ask.json("x".repeat(Request.MOST_BODY_BYTES + 1))).status()).isEqualTo(413);
    assertThat(answer(ask.json("x".repeat(Request.MOST_BODY_BYTES))).status()).isEqualTo(200);
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
    try (Socket socket = Wire.open(server.address(), ask)) {
      socket
          .getOutputStream()
          .write((chunk.repeat(17) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

      assertThat(Wire.until(socket, "\r\n")).contains(" 413 ");
    }
  }

  @Test
  void otherMethods_areToldWhichThereAre() throws IOException {
    Answer answer = answer(Ask.of("PUT /api/echo").with(OPERATOR));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo("DELETE, GET, HEAD, POST");
  }

  @Test
  void head_isAsGetWithoutContent() throws IOException {
    Answer get = answer(Ask.of("GET /api/echo?q=1").with(OPERATOR));
    Answer head = answer(Ask.of("HEAD /api/echo?q=1").with(OPERATOR));

    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).isEqualTo(Integer.toString(get.body().length));
    assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
  }

  @Test
  void failure_isToldWithoutItsReasons() throws IOException {
    Answer answer = answer(Ask.of("GET /api/broken").with(OPERATOR));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception").contains("log");
  }

  @Test
  void badRequest_isToldItsReason() throws IOException {
    assertThat(answer(Ask.of("GET /api/wrong").with(OPERATOR)).text())
        .isEqualTo("{\"error\":\"'limit' is a number\"}");
    assertThat(answer(Ask.of("GET /api/echo?q=%zz").with(OPERATOR)).status()).isEqualTo(400);
  }

  @Test
  void pathBelowARoute_isDecoded() throws IOException {
    assertThat(answer(Ask.of("GET /api/things/a%20b/c").with(OPERATOR)).text())
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
    assertThat(answer(Ask.of("GET " + path)).status()).isEqualTo(404);
  }

  @Test
  void pageFile_thatTheBrowserHas_isNotSentAgain() throws IOException {
    Answer first = answer(Ask.of("GET /probe.js"));
    Answer again = answer(Ask.of("GET /probe.js").with("If-None-Match: " + first.header("etag")));

    assertThat(first.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  private static Reply packed(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return new Reply.Packed("application/json", Gzip.packed(plain), () -> plain, Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"large", "packed"})
  void largeJson_isPackedForWhoTakesIt(String name) throws IOException {
    Ask ask = Ask.of("GET /api/" + name).with(OPERATOR);
    Answer packed = answer(ask.with("Accept-Encoding: br, gzip;q=0.8"));
    Answer plain = answer(ask.with("Accept-Encoding: gzip;q=0, br"));

    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.body().length).isLessThan(5_000);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(plain.header("content-encoding")).isEmpty();
    assertThat(plain.header("vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void session_saysWhoThatIs() throws IOException {
    assertThat(answer(Ask.of("GET /api/session").with(READER)).text())
        .isEqualTo(
            "{\"user\":\"amal\",\"role\":\"reader\",\"signIn\":\"password\",\"csrf\":\"token-of-the-test\",\"version\":\"0.1.0\"}");
    assertThat(answer(Ask.of("GET /api/session")).status()).isEqualTo(401);
  }

  @Test
  void signingIn_takesSmallJsonOnly() throws IOException {
    Ask ask = Ask.of("POST /api/session");

    assertThat(answer(ask.json("{\"name\":\"amal\"}")).text()).contains("amal is not known");
    assertThat(answer(ask.json("{\"name\":\"" + "a".repeat(5_000) + "\"}")).status())
        .isEqualTo(413);
    assertThat(answer(ask.json("name=amal")).status()).isEqualTo(400);
    assertThat(answer(ask).status()).isEqualTo(415);
  }

  @Test
  void signingOut_takesTheTokenOfOurPage() throws IOException {
    Ask ask = Ask.of("DELETE /api/session").with(READER);

    assertThat(answer(ask).status()).isEqualTo(403);
    Answer out = answer(ask.with(CSRF));
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("set-cookie")).isEqualTo("gone");
  }

  @Test
  void otherHandlers_answerAtTheirPathAlone() throws IOException {
    assertThat(answer(Ask.of("POST /articles")).status()).isEqualTo(202);
    assertThat(answer(Ask.of("POST /articles/more")).status()).isEqualTo(404);
    assertThat(answer(Ask.of("POST /articles").with("Host: evil.example")).status()).isEqualTo(421);
  }
}
