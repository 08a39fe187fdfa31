package io.wirewatch.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many hosts on one port of this machine, told apart by the host that a request names. */
final class MisbehavingServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Clock clock;
  private final Map<String, Site> sites = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
  private final AtomicInteger busyHosts = new AtomicInteger();
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Queue<String> offences = new ConcurrentLinkedQueue<>();
  private final int mostHosts;

  /** One host. */
  interface Site {
    void answer(Exchange exchange) throws IOException;
  }

  /** What was asked, and when by the test's clock. */
  record Request(String host, String path, Instant at, String etag, String agent) {}

  MisbehavingServer(Clock clock, int mostHosts) throws IOException {
    this.clock = clock;
    this.mostHosts = mostHosts;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  void site(String host, Site site) {
    sites.put(host, site);
  }

  String address(String host, String path) {
    return "http://" + host + ":" + server.getAddress().getPort() + path;
  }

  Queue<Request> requests() {
    return requests;
  }

  /** What no poller may do, as it was seen. */
  Queue<String> offences() {
    return offences;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Exchange asked = new Exchange(exchange, clock.instant());
    requests.add(
        new Request(
            asked.host(),
            asked.path(),
            asked.now(),
            asked.header("If-None-Match"),
            asked.header("User-Agent")));
    AtomicInteger here = busy.computeIfAbsent(asked.host(), host -> new AtomicInteger());
    boolean alone = here.incrementAndGet() == 1;
    int hosts = busyHosts.incrementAndGet();
    if (!alone || hosts > mostHosts) {
      offences.add(asked.host() + " asked by two at once, or " + hosts + " hosts at once");
    }
    Site site = sites.getOrDefault(asked.host(), e -> e.say(404, ""));
    // The client may ask again as soon as it has read the last byte, so leave before that.
    asked.beforeLastByte(
        () -> {
          here.decrementAndGet();
          busyHosts.decrementAndGet();
        });
    try (exchange) {
      site.answer(asked);
    } finally {
      asked.leave();
    }
  }

  /** One request and the ways to answer it. */
  static final class Exchange {
    private final HttpExchange exchange;
    private final Instant now;
    private Runnable leaving = () -> {};

    Exchange(HttpExchange exchange, Instant now) {
      this.exchange = exchange;
      this.now = now;
    }

    Instant now() {
      return now;
    }

    String host() {
      return exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
    }

    String path() {
      return exchange.getRequestURI().toString();
    }

    String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    Exchange with(String name, String value) {
      exchange.getResponseHeaders().set(name, value);
      return this;
    }

    void beforeLastByte(Runnable action) {
      leaving = action;
    }

    void leave() {
      leaving.run();
      leaving = () -> {};
    }

    void say(int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      leave();
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }

    /** Fewer bytes than it promises, then it hangs up. */
    void sayTooLittle(String body) throws IOException {
      leave();
      exchange.sendResponseHeaders(200, 1_000_000);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Never ends. */
    void sayForEver() throws IOException {
      leave();
      exchange.sendResponseHeaders(200, 0);
      byte[] much = new byte[1 << 16];
      try (OutputStream out = exchange.getResponseBody()) {
        while (!Thread.interrupted()) {
          out.write(much);
        }
      }
    }

    /** Takes longer than anybody waits. */
    void keepWaiting() throws IOException {
      leave();
      try {
        TimeUnit.MILLISECONDS.sleep(2_000);
        say(200, "too late");
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
