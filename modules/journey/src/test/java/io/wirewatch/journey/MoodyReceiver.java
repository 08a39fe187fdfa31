package io.wirewatch.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A receiver of webhooks that at random fails, hangs, breaks the connection or asks for time; what
 * it takes it remembers, in order.
 */
final class MoodyReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Random random;
  private final List<Taken> taken = new ArrayList<>();
  private final Map<Mood, Integer> moods = new EnumMap<>(Mood.class);
  private String lastSender = "";
  private int requests;

  enum Mood {
    TAKES,
    FAILS,
    HANGS,
    BREAKS,
    ASKS_FOR_TIME
  }

  /** A message that it said it has. */
  record Taken(String path, String id, String group, List<String> alerts) {}

  MoodyReceiver(long seed) throws IOException {
    random = new Random(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
  }

  /** All that it has, in order. */
  synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  synchronized int count() {
    return taken.size();
  }

  /** How often it was in which mood. */
  synchronized Map<Mood, Integer> moods() {
    return new EnumMap<>(moods);
  }

  /** Who sent the last message that it took, by the header {@code X-Instance}. */
  synchronized String lastSender() {
    return lastSender;
  }

  private synchronized Mood mood() {
    requests++;
    // Each at least once, however few there are.
    Mood mood =
        requests % 100 == 0 && requests < 500
            ? Mood.values()[requests / 100]
            : mood(random.nextInt(1000));
    moods.merge(mood, 1, Integer::sum);
    return mood;
  }

  private static Mood mood(int thousandth) {
    if (thousandth < 1) {
      return Mood.ASKS_FOR_TIME;
    }
    if (thousandth < 5) {
      return Mood.HANGS;
    }
    if (thousandth < 25) {
      return Mood.BREAKS;
    }
    return thousandth < 60 ? Mood.FAILS : Mood.TAKES;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (mood()) {
        case TAKES -> take(exchange, body);
        case FAILS -> exchange.sendResponseHeaders(500, -1);
        case HANGS -> closed.await(10, TimeUnit.SECONDS);
        case BREAKS -> {
          // Closed without an answer.
        }
        case ASKS_FOR_TIME -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          exchange.sendResponseHeaders(429, -1);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(HttpExchange exchange, byte[] body) throws IOException {
    JsonNode data = JSON.readTree(body).get("data");
    List<String> alerts = new ArrayList<>();
    data.get("alerts").forEach(alert -> alerts.add(alert.get("id").asText()));
    synchronized (this) {
      taken.add(
          new Taken(
              exchange.getRequestURI().getPath().substring(1),
              exchange.getRequestHeaders().getFirst("webhook-id"),
              data.get("group").asText(),
              alerts));
      lastSender = String.valueOf(exchange.getRequestHeaders().getFirst("X-Instance"));
    }
    exchange.sendResponseHeaders(204, -1);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
