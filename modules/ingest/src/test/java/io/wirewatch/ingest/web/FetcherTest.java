package io.wirewatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wirewatch.ingest.article.UnusableInputException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Fetcher fetcher =
      new Fetcher(true, new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(2)));
  private HttpServer server;
  private String address;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    fetcher.close();
  }

  @Test
  void fetch_aPage_givesBytesEncodingAndAddress() throws Exception {
    server.createContext(
        "/a",
        e ->
            answer(e, "text/html; charset=windows-1256", "hello".getBytes(StandardCharsets.UTF_8)));

    Fetched page = fetcher.fetch(address + "/a#part");

    assertThat(page.content().readAllBytes()).asString().isEqualTo("hello");
    assertThat(page.charset()).hasToString("windows-1256");
    assertThat(page.address()).isEqualTo(address + "/a");
  }

  @Test
  void fetch_saysWhoAsks() throws Exception {
    server.createContext(
        "/a",
        e ->
            answer(
                e,
                "text/plain",
                e.getRequestHeaders().getFirst("User-Agent").getBytes(StandardCharsets.UTF_8)));

    assertThat(fetcher.fetch(address + "/a").content().readAllBytes())
        .asString()
        .isEqualTo("wirewatch/0.1");
  }

  @Test
  void fetch_redirects_areFollowedToTheLast() throws Exception {
    server.createContext("/from", e -> redirect(e, "to?x=1"));
    server.createContext(
        "/to", e -> answer(e, "text/plain", "there".getBytes(StandardCharsets.UTF_8)));

    assertThat(fetcher.fetch(address + "/from").address()).isEqualTo(address + "/to?x=1");
  }

  @Test
  void fetch_redirectsWithoutEnd_fails() {
    server.createContext("/loop", e -> redirect(e, "/loop"));

    assertThatThrownBy(() -> fetcher.fetch(address + "/loop"))
        .hasMessageContaining("more than 5 times");
  }

  @ParameterizedTest
  @CsvSource({
    "/أخبار.xml, /%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1.xml",
    "/a b.xml, /a%20b.xml",
    "/search?x=a|b, /search?x=a%7Cb"
  })
  void fetch_aRedirectAsSitesWriteIt_isFollowed(String location, String asked) throws Exception {
    server.createContext("/", e -> answer(e, "text/plain", new byte[] {'h', 'e', 'r', 'e'}));
    try (ServerSocket loose = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      threads.execute(
          () ->
              answerAndHangUp(
                  loose,
                  "HTTP/1.1 302 Found\r\nLocation: %s%s\r\n\r\n".formatted(address, location)));

      assertThat(fetcher.fetch("http://127.0.0.1:" + loose.getLocalPort() + "/").address())
          .isEqualTo(address + asked);
    }
  }

  @Test
  void fetch_aServerThatHangsUpWithoutAWord_isAskedAnew() throws Exception {
    try (ServerSocket terse = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      threads.execute(
          () ->
              answerAndHangUp(
                  terse,
                  "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n",
                  "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere"));

      assertThat(
              fetcher
                  .fetch("http://127.0.0.1:" + terse.getLocalPort() + "/")
                  .content()
                  .readAllBytes())
          .asString()
          .isEqualTo("there");
    }
  }

  private static void answerAndHangUp(ServerSocket server, String... answers) {
    for (String answer : answers) {
      try (Socket client = server.accept();
          BufferedReader request =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
        while (!request.readLine().isEmpty()) {
          // The request's head.
        }
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Test
  void fetch_aRedirectToAnotherScheme_fails() {
    server.createContext("/file", e -> redirect(e, "file:///etc/passwd"));

    assertThatThrownBy(() -> fetcher.fetch(address + "/file"))
        .hasMessageContaining("not an http or https");
  }

  @Test
  void fetch_anAnswerThatIsNot200_saysWhich() {
    assertThatThrownBy(() -> fetcher.fetch(address + "/missing"))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("answered 404");
  }

  @Test
  void fetch_moreThan16MiBAfterDecompression_fails() throws IOException {
    byte[] bomb = gzip(new byte[17 * 1024 * 1024]);
    server.createContext(
        "/bomb",
        e -> {
          e.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(e, "text/plain", bomb);
        });

    assertThatThrownBy(() -> fetcher.fetch(address + "/bomb")).hasMessageContaining("over 16 MiB");
  }

  @Test
  void fetch_anAnswerThatDripsOn_endsInTime() {
    server.createContext(
        "/slow",
        e -> {
          e.sendResponseHeaders(200, 0);
          while (closing.getCount() > 0) {
            e.getResponseBody().write('x');
            e.getResponseBody().flush();
            await();
          }
        });

    assertThatThrownBy(() -> fetcher.fetch(address + "/slow"))
        .hasMessageContaining("did not answer in time");
  }

  @Test
  void fetch_aPortWithoutAServer_saysWhy() {
    server.stop(0);

    assertThatThrownBy(() -> fetcher.fetch(address + "/a")).hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://[::1]:1/",
        "http://localhost:1/",
        "http://0x7f000001:1/",
        "http://2130706433:1/",
        "http://[::ffff:127.0.0.1]:1/"
      })
  void fetch_thisMachine_isNotAskedUnlessAllowed(String target) {
    try (Fetcher guarded = new Fetcher(false)) {
      assertThatThrownBy(() -> guarded.fetch(target))
          .isInstanceOf(UnusableInputException.class)
          .satisfies(
              e ->
                  assertThat(e.getMessage())
                      .containsAnyOf("not on the public internet", "no such host", "not an http"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: a", "X: a\r\n"})
  void fetch_aHeadWithoutEnd_fails(String endless) throws IOException {
    try (ServerSocket hostile = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> answerWithoutEnd(hostile, endless));

      assertThatThrownBy(() -> fetcher.fetch("http://127.0.0.1:" + hostile.getLocalPort() + "/"))
          .isInstanceOf(UnusableInputException.class)
          .hasMessageContaining("cannot be read");
    }
  }

  private static void answerWithoutEnd(ServerSocket server, String endless) {
    byte[] part = endless.repeat(1000).getBytes(StandardCharsets.US_ASCII);
    try (Socket client = server.accept()) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        client.getOutputStream().write(part);
      }
    } catch (IOException hadEnough) {
      // What is tested.
    }
  }

  @Test
  void fetch_aRedirectToAPrivateAddress_isNotFollowed() {
    PublicAddresses guard = new PublicAddresses();
    DnsResolver onePublicName =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.equals("wire.example")
                ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                : guard.resolve(host);
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    try (Fetcher guarded = new Fetcher(onePublicName, FetchLimits.USUAL)) {
      for (String inside :
          List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254")) {
        String path = "/to/" + inside.replaceAll("\\W", "");
        server.createContext(path, e -> redirect(e, "http://" + inside + ":1/"));

        assertThatThrownBy(
                () -> guarded.fetch("http://wire.example:" + server.getAddress().getPort() + path))
            .satisfies(
                e ->
                    assertThat(e.getMessage())
                        .containsAnyOf("not on the public internet", "not an http"));
      }
    }
  }

  @Test
  void fetch_aNameThatLeadsHere_isNotAsked() throws Exception {
    String name = InetAddress.getLocalHost().getHostName();
    boolean inside = !PublicAddresses.isPublic(InetAddress.getByName(name));

    org.junit.jupiter.api.Assumptions.assumeTrue(inside, "this machine's own name is public");
    try (Fetcher guarded = new Fetcher(false)) {
      assertThatThrownBy(() -> guarded.fetch("http://" + name + ":1/"))
          .hasMessageContaining("not on the public internet");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "http://wire.example/\r\nX-Forged: 1",
        "http://wire.example/ HTTP/1.1\r\nHost: other",
        "http://wire.example\n/",
        "http://wire.example/\ud800",
        "ftp://wire.example/",
        "http://",
        "http://me:secret@wire.example/",
        "http://a b/",
        "nonsense"
      })
  void fetch_noWebAddress_isRefused(String target) {
    assertThatThrownBy(() -> fetcher.fetch(target))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("not a");
  }

  private void await() throws IOException {
    try {
      closing.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }
}
