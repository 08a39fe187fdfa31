package io.wirewatch.ingest.http;

import io.wirewatch.RawArticle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A receiver on loopback, what it published, and who posts to it. */
final class LoopbackReceiver implements AutoCloseable {
  static final String GOOD =
      "{\"id\":\"a1\",\"source\":\"Tigris Wire\",\"headline\":\"Road closed\",\"body\":\"It is.\"}";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  final List<RawArticle> published = Collections.synchronizedList(new ArrayList<>());
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  volatile CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);
  private final ArticleReceiver receiver;

  LoopbackReceiver() throws IOException {
    ReceiverConfig config =
        new ReceiverConfig(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            2,
            16L * 1024 * 1024,
            Duration.ofSeconds(2),
            Set.of());
    receiver =
        new ArticleReceiver(
            config,
            article -> {
              published.add(article);
              return acknowledgement;
            },
            CLOCK);
  }

  InetSocketAddress address() {
    return receiver.address();
  }

  HttpResponse<String> post(String type, String body) throws Exception {
    return send(
        to("/articles").header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address().getPort() + path));
  }

  @Override
  public void close() {
    receiver.close();
  }
}
