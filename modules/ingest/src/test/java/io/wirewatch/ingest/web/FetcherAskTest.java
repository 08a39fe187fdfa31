package io.wirewatch.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wirewatch.ingest.web.FetchFailedException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FetcherAskTest {
  private static final FetchLimits LIMITS =
      new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(5));

  private HttpServer server;
  private URI address;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void ask_anyStatus_givesItWithTheHeadersThatCount() throws Exception {
    server.createContext(
        "/",
        e -> {
          e.getResponseHeaders().set("Retry-After", "9");
          e.getResponseHeaders().set("ETag", "\"x\"");
          e.getResponseHeaders().add("Link", "<a>; rel=hub");
          e.getResponseHeaders().add("Link", "<b>; rel=self");
          e.getResponseHeaders().set("Location", "/there");
          say(e, 429, "much");
        });
    try (Fetcher fetcher = new Fetcher(true)) {
      WebAnswer answer = fetcher.ask(new WebRequest(address, Map.of(), null));

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).contains("9");
      assertThat(answer.header("etag")).contains("\"x\"");
      assertThat(answer.header("link")).contains("<a>; rel=hub, <b>; rel=self");
      assertThat(answer.redirect()).isEmpty();
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void ask_withHeaders_sendsThemAndNamesItself() throws Exception {
    server.createContext(
        "/",
        e ->
            say(
                e,
                200,
                e.getRequestHeaders().getFirst("User-Agent")
                    + e.getRequestHeaders().getFirst("If-None-Match")
                    + e.getRequestHeaders().getFirst("Accept-Encoding")));
    FetchSettings settings = new FetchSettings("wirewatch/0.1 (+desk)", true, Set.of());
    try (Fetcher fetcher = new Fetcher(settings)) {
      WebAnswer answer = fetcher.ask(new WebRequest(address, Map.of("If-None-Match", "W/1"), null));

      assertThat(new String(answer.body(), UTF_8))
          .startsWith("wirewatch/0.1 (+desk)W/1")
          .contains("gzip", "br");
    }
  }

  @Test
  void ask_brotli_isUnpacked() throws Exception {
    server.createContext(
        "/",
        e -> {
          e.getResponseHeaders().set("Content-Encoding", "br");
          byte[] hello = HexFormat.of().parseHex("0b028068656c6c6f03");
          e.sendResponseHeaders(200, hello.length);
          e.getResponseBody().write(hello);
          e.close();
        });
    try (Fetcher fetcher = new Fetcher(true)) {
      assertThat(fetcher.ask(new WebRequest(address, Map.of(), null)).body())
          .asString(UTF_8)
          .isEqualTo("hello");
    }
  }

  @Test
  void ask_tlsOfAServerThatHasNone_failsAsTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Fetcher fetcher = new Fetcher(true)) {
      Thread server =
          new Thread(
              () -> {
                try (Socket client = plain.accept()) {
                  client.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(UTF_8));
                  client.getInputStream().readAllBytes();
                } catch (IOException closed) {
                  // The client has seen enough.
                }
              });
      server.start();
      URI tls = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");

      assertThatThrownBy(() -> fetcher.ask(new WebRequest(tls, Map.of(), null)))
          .asInstanceOf(type(FetchFailedException.class))
          .extracting(FetchFailedException::kind)
          .isEqualTo(Kind.TLS);
      server.join();
    }
  }

  @Test
  void ask_throughAProxy_findsHostsThatOnlyTheProxyKnows() throws Exception {
    server.createContext("/", e -> say(e, 200, "for " + e.getRequestURI()));
    try (Fetcher fetcher = behindProxy()) {
      WebAnswer answer =
          fetcher.ask(new WebRequest(URI.create("http://far.test/x"), Map.of(), address));

      assertThat(answer.body()).asString(UTF_8).startsWith("for ").contains("/x");
    }
  }

  @Test
  void ask_throughAProxyOrAtTheProxy_neverReachesThePrivateNetwork() {
    server.createContext("/", e -> say(e, 200, "secret"));
    try (Fetcher fetcher = behindProxy()) {
      assertPrivate(fetcher, new WebRequest(URI.create("http://10.0.0.1/"), Map.of(), address));
      assertPrivate(fetcher, new WebRequest(address, Map.of(), null));
    }
  }

  private static void assertPrivate(Fetcher fetcher, WebRequest request) {
    assertThatThrownBy(() -> fetcher.ask(request))
        .asInstanceOf(type(FetchFailedException.class))
        .extracting(FetchFailedException::kind)
        .isEqualTo(Kind.PRIVATE);
  }

  private static Fetcher behindProxy() {
    FetchSettings settings = new FetchSettings("w", false, Set.of("127.0.0.1"));
    return new Fetcher(settings, new NumbersOnly(), LIMITS);
  }

  /** Knows no names, so that no test asks a name server. */
  private static final class NumbersOnly implements DnsResolver {
    private final PublicAddresses numbers = new PublicAddresses();

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (!host.matches("[0-9.]+")) {
        throw new UnknownHostException(host);
      }
      return numbers.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
