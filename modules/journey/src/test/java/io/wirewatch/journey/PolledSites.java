package io.wirewatch.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds on many addresses of this machine, that remember who asked them. */
final class PolledSites implements AutoCloseable {
  /** Polls every second or two. */
  static final String EVERY_SECOND = "interval: {min: 1s, max: 2s}";

  /** What they all have from the beginning. */
  static final List<String> ITEMS = List.of("0", "1", "2");

  private final HttpServer server;
  private final int sites;
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final List<String> items = new CopyOnWriteArrayList<>(ITEMS);
  private volatile Map<String, String> links = Map.of();

  /** One request: by whom, when, and whether it said what it knows. */
  record Asked(String site, String agent, long atNanos, boolean conditional) {}

  PolledSites(int sites) throws IOException {
    this.sites = sites;
    server = HttpServer.create(new InetSocketAddress(0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Tells whoever asks that this hub brings what is new. */
  void nameHub(String hub) {
    links = Map.of("Link", "<%s>; rel=\"hub\"".formatted(hub));
  }

  /** From now on all have this as well. */
  void publish(String item) {
    items.add(item);
  }

  /** A file of all of them, polled in that name, and as these lines say. */
  Path file(Path file, String contact, String lines) throws IOException {
    String sources =
        IntStream.rangeClosed(1, sites)
            .mapToObj(
                n ->
                    "  site%d: {url: 'http://127.0.0.%d:%d/site%d', kind: feed}\n"
                        .formatted(n, n, server.getAddress().getPort(), n))
            .collect(Collectors.joining());
    return Files.writeString(
        file,
        "contact: %s@wire.test\nhosts-at-once: 20\n%s\nsources:\n%s"
            .formatted(contact, lines, sources));
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
    List<String> now = List.copyOf(items);
    String tag = "\"%d\"".formatted(now.size());
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(
        new Asked(site, agent.replaceAll(".*\\(\\+|@.*", ""), System.nanoTime(), known != null));
    exchange.getResponseHeaders().set("ETag", tag);
    links.forEach(exchange.getResponseHeaders()::set);
    boolean same = tag.equals(known);
    byte[] feed = feed(site, now).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(same ? 304 : 200, same ? -1 : feed.length);
      exchange.getResponseBody().write(same ? new byte[0] : feed);
    }
  }

  /** A site's feed of these items, and of one that cannot be used. */
  static String feed(String site, List<String> items) {
    String usable =
        items.stream()
            .map(
                item ->
                    "<item><title>%s</title><link>http://wire.test%s/%s</link><description>The ferry sails again.</description></item>"
                        .formatted(headline(site, item), site, item))
            .collect(Collectors.joining());
    return "<rss version=\"2.0\"><channel><title>Ferries</title><item><link>http://wire.test%s/empty</link></item>%s</channel></rss>"
        .formatted(site, usable);
  }

  /** What these items of all sites are called. */
  List<String> headlines(List<String> items) {
    return IntStream.rangeClosed(1, sites)
        .mapToObj(n -> items.stream().map(item -> headline("/site" + n, item)))
        .flatMap(all -> all)
        .toList();
  }

  private static String headline(String site, String item) {
    return "Ferry %s of %s sails".formatted(item, site);
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
