package io.wirewatch.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A WebSub hub as a stranger would write it: it verifies whoever asks, and knows a callback until
 * that has unsubscribed, whether or not anybody is there. Nothing of wirewatch is used.
 */
final class NewsHub implements AutoCloseable {
  private static final String LEASE_SECONDS = "86400";
  private static final int MOST_TIMES = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final Map<String, Subscription> byCallback = new ConcurrentHashMap<>();

  /** Who wants what is new of a feed, and what that is signed with. */
  record Subscription(String topic, String callback, String secret) {}

  NewsHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  /** Those that were verified and have not left. */
  List<Subscription> subscriptions() {
    return List.copyOf(byCallback.values());
  }

  /**
   * The status that a body with the secret's signature is answered; 0 where nobody is there. While
   * it cannot be taken it is brought again, as hubs do.
   */
  int bring(Subscription to, String body, String secret)
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.callback()))
            .header("Content-Type", "application/rss+xml")
            .header("X-Hub-Signature", "sha256=" + hash(body, secret))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      for (int times = 1; status == 503 && times < MOST_TIMES; times++) {
        Thread.sleep(200);
        status = client.send(request, BodyHandlers.discarding()).statusCode();
      }
      return status;
    } catch (ConnectException dead) {
      return 0;
    }
  }

  private static String hash(String body, String secret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestBody().readAllBytes());
    try (exchange) {
      exchange.sendResponseHeaders(202, -1);
    }
    String callback = asked.getOrDefault("hub.callback", "");
    if (!isVerified(callback, asked)) {
      return;
    }
    if (asked.get("hub.mode").equals("subscribe")) {
      byCallback.put(
          callback, new Subscription(asked.get("hub.topic"), callback, asked.get("hub.secret")));
    } else {
      byCallback.remove(callback);
    }
  }

  private boolean isVerified(String callback, Map<String, String> asked) throws IOException {
    String challenge = UUID.randomUUID().toString();
    String query =
        "?hub.mode=%s&hub.topic=%s&hub.challenge=%s&hub.lease_seconds=%s"
            .formatted(
                asked.get("hub.mode"),
                URLEncoder.encode(asked.get("hub.topic"), StandardCharsets.UTF_8),
                challenge,
                LEASE_SECONDS);
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(callback + query)).build();
      return client.send(request, BodyHandlers.ofString()).body().equals(challenge);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Map<String, String> fields(byte[] form) {
    return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
