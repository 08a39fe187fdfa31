package io.wirewatch.ingest.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A hub on loopback that does what a test tells it to. */
public final class LoopbackHub implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final BlockingQueue<Map<String, String>> next = new LinkedBlockingQueue<>();
  final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  int status = 202;

  public LoopbackHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.createContext("/", this::take);
    server.start();
  }

  /** A port of loopback that nobody listens on, for a callback. */
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(QueryFields.of(form));
    next.add(QueryFields.of(form));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The next request that came; waits for it some seconds. */
  public Map<String, String> next() throws InterruptedException {
    return Optional.ofNullable(next.poll(10, TimeUnit.SECONDS)).orElseThrow();
  }

  Map<String, String> last() {
    return asked.get(asked.size() - 1);
  }

  String callback() {
    return String.valueOf(last().get("hub.callback"));
  }

  /** What the callback answers to a request to verify; fields in pairs. */
  public HttpResponse<String> verifies(String callback, String... fields) throws Exception {
    StringBuilder query = new StringBuilder("?x=y");
    for (int at = 0; at < fields.length; at += 2) {
      query.append("&hub.").append(fields[at]).append('=');
      query.append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
    }
    return client.send(
        HttpRequest.newBuilder(URI.create(callback + query)).build(), BodyHandlers.ofString());
  }

  /** The status that the callback answers to a body. */
  public int brings(String callback, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(callback)).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  public static String signature(String method, String secret, String body)
      throws GeneralSecurityException {
    String algorithm = "HmacSHA" + method.substring(3);
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
    return method
        + "="
        + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
