package io.wirewatch.ingest.websub;

import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.web.FormPoster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscriber and its hub on loopback, and what was delivered. */
final class LoopbackWebSub implements AutoCloseable {
  static final String TOPIC = "https://desk.example/feed?kind=all&lang=en";
  static final String BODY = "<rss><channel><title>Desk · مكتب</title></channel></rss>";

  final LoopbackHub hub = new LoopbackHub();
  final SimulatedClock clock = new SimulatedClock();
  final List<String> delivered = new CopyOnWriteArrayList<>();
  final WebSubSubscriber subscriber;
  boolean taking = true;
  private final FormPoster poster = new FormPoster(true);

  LoopbackWebSub() throws IOException {
    int port = LoopbackHub.freePort();
    URI callback = URI.create("http://127.0.0.1:" + port + "/websub");
    subscriber =
        new WebSubSubscriber(WebSubConfig.onLoopback(port, callback), this::take, poster, clock);
  }

  boolean take(String source, byte[] body, String type) {
    if (taking) {
      delivered.add(source + " " + type + " " + new String(body, StandardCharsets.UTF_8));
    }
    return taking;
  }

  void want(String source) {
    subscriber.want(source, new HubLinks(hub.address(), TOPIC));
  }

  /** Wants it, and has it verified for an hour; the callback. */
  String active(String source) throws Exception {
    want(source);
    subscribed(hub.callback(), 3_600);
    return hub.callback();
  }

  HttpResponse<String> subscribed(String callback, int lease) throws Exception {
    return hub.verifies(
        callback,
        "mode",
        "subscribe",
        "topic",
        TOPIC,
        "challenge",
        "c&h=a llenge",
        "lease_seconds",
        Integer.toString(lease));
  }

  int bringsSigned(String callback, String body) throws Exception {
    return hub.brings(
        callback, body, "X-Hub-Signature", LoopbackHub.signature("sha256", secret(), body));
  }

  String secret() {
    return String.valueOf(hub.asked.get(0).get("hub.secret"));
  }

  @Override
  public void close() {
    subscriber.close();
    poster.close();
    hub.close();
  }
}
