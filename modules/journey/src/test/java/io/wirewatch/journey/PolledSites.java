package io.wirewatch.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds on many addresses of this machine, that remember who asked them. */
final class PolledSites implements AutoCloseable {
  static final int ITEMS = 3;

  private final HttpServer server;
  private final int sites;
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();

  /** One request: by whom, when, and whether it said what it knows. */
  record Asked(String site, String agent, long atNanos, boolean conditional) {}

  PolledSites(int sites) throws IOException {
    this.sites = sites;
    server = HttpServer.create(new InetSocketAddress(0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  /** A file of all of them, polled every second or two in that name. */
  Path file(Path file, String contact) throws IOException {
    String sources =
        IntStream.rangeClosed(1, sites)
            .mapToObj(
                n ->
                    "  site%d: {url: 'http://127.0.0.%d:%d/site%d', kind: feed}\n"
                        .formatted(n, n, server.getAddress().getPort(), n))
            .collect(Collectors.joining());
    return Files.writeString(
        file,
        "contact: %s@wire.test\nhosts-at-once: 20\ninterval: {min: 1s, max: 2s}\nsources:\n%s"
            .formatted(contact, sources));
  }

  /** All requests for each site that came since a moment, in their order. */
  List<List<Asked>> since(long nanos) {
    return IntStream.rangeClosed(1, sites)
        .mapToObj(n -> asked.stream().filter(a -> a.site().equals("/site" + n)))
        .map(all -> all.filter(a -> a.atNanos() >= nanos).toList())
        .toList();
  }

  /** Who asked since a moment. */
  Set<String> agentsSince(long nanos) {
    return asked.stream()
        .filter(a -> a.atNanos() >= nanos)
        .map(Asked::agent)
        .collect(Collectors.toSet());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String site = exchange.getRequestURI().getPath();
    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
    boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
    asked.add(
        new Asked(site, agent.replaceAll(".*\\(\\+|@.*", ""), System.nanoTime(), conditional));
    exchange.getResponseHeaders().set("ETag", "\"one\"");
    byte[] feed = feed(site).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(conditional ? 304 : 200, conditional ? -1 : feed.length);
      exchange.getResponseBody().write(conditional ? new byte[0] : feed);
    }
  }

  private static String feed(String site) {
    List<String> items = new ArrayList<>();
    // One that cannot be used.
    items.add("<item><link>http://wire.test%s/empty</link></item>".formatted(site));
    for (int item = 0; item < ITEMS; item++) {
      items.add(
          "<item><title>Ferry %d of %s sails</title><link>http://wire.test%s/%d</link><description>The ferry sails again.</description></item>"
              .formatted(item, site, site, item));
    }
    return "<rss version=\"2.0\"><channel><title>Ferries</title>%s</channel></rss>"
        .formatted(String.join("", items));
  }

  /** From now on nobody is there. */
  void answerNoMore() {
    server.stop(0);
  }

  @Override
  public void close() {
    answerNoMore();
  }
}
