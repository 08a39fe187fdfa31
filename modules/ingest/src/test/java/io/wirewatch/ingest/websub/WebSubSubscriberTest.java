package io.wirewatch.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.web.FormPoster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebSubSubscriberTest {
  private static final String TOPIC = "https://desk.example/feed?kind=all&lang=en";
  private static final String BODY = "<rss><channel><title>Desk · مكتب</title></channel></rss>";

  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final FormPoster poster = new FormPoster(true);
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private boolean taking = true;
  private LoopbackHub hub;
  private WebSubSubscriber subscriber;

  @BeforeEach
  void open() throws IOException {
    hub = new LoopbackHub();
    int port = freePort();
    URI callback = URI.create("http://127.0.0.1:" + port + "/websub");
    subscriber =
        new WebSubSubscriber(
            WebSubConfig.onLoopback(port, callback), this::take, poster, new TestClock());
  }

  @AfterEach
  void close() {
    subscriber.close();
    poster.close();
    hub.close();
  }

  @Test
  void want_ofAHub_asksItWithASecretAndAPathOfItsOwn() {
    want("desk");
    want("other");

    Map<String, String> first = hub.asked.get(0);
    assertThat(first)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.lease_seconds", "864000");
    for (String field : List.of("hub.secret", "hub.callback")) {
      assertThat(first.get(field)).hasSizeGreaterThan(31).isNotEqualTo(hub.last().get(field));
    }
    assertThat(first.get("hub.callback")).doesNotContain(String.valueOf(first.get("hub.secret")));
  }

  @Test
  void want_again_asksNoMore() {
    want("desk");
    want("desk");

    assertThat(hub.asked).hasSize(1);
  }

  @Test
  void verify_whatWeAskedFor_isAnsweredWithTheChallenge() throws Exception {
    want("desk");
    assertThat(subscriber.active()).isEmpty();

    HttpResponse<String> answer = subscribed(hub.callback(), 3_600);

    assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("200 c&h=a llenge");
    assertThat(subscriber.active()).containsExactly("desk");
    assertThat(subscriber.status("desk").orElseThrow().leaseEnd())
        .isEqualTo(now.plusSeconds(3_600));
  }

  @Test
  void verify_whatWeDidNotAskFor_is404() throws Exception {
    want("desk");
    String good = hub.callback();
    String[] topic = {"mode", "subscribe", "topic", TOPIC + "x", "challenge", "c"};
    String[] leaving = {"mode", "unsubscribe", "topic", TOPIC, "challenge", "c"};
    String[] noChallenge = {"mode", "subscribe", "topic", TOPIC, "lease_seconds", "60"};
    String[] lease = {"mode", "subscribe", "topic", TOPIC, "challenge", "c", "lease_seconds", "-1"};

    for (String[] wrong : List.of(topic, leaving, noChallenge, lease)) {
      assertThat(hub.verifies(good, wrong).statusCode()).isEqualTo(404);
    }
    assertThat(subscribed(good + "x", 60).statusCode()).isEqualTo(404);
    assertThat(subscribed(good.substring(0, good.lastIndexOf('/') + 1), 60).statusCode())
        .isEqualTo(404);
    assertThat(subscriber.active()).isEmpty();
    assertThat(subscriber.counts().refused()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void bring_signed_isDelivered(String method) throws Exception {
    String callback = active("desk");
    String signature = LoopbackHub.signature(method, secret(), BODY);

    assertThat(
            hub.brings(
                callback,
                BODY,
                "X-Hub-Signature",
                signature,
                "Content-Type",
                "application/rss+xml"))
        .isEqualTo(202);
    assertThat(delivered).containsExactly("desk application/rss+xml " + BODY);
  }

  @Test
  void bring_wronglySigned_isAnsweredAndDropped() throws Exception {
    String callback = active("desk");
    String right = LoopbackHub.signature("sha256", secret(), BODY);

    for (String wrong :
        List.of(
            LoopbackHub.signature("sha256", "guessed", BODY),
            LoopbackHub.signature("sha256", secret(), BODY + " "),
            right.substring(0, right.length() - 2),
            right.replace("sha256", "sha512"),
            right.replace("sha256", "md5"),
            "sha256=",
            "sha256=zz",
            "rubbish")) {
      assertThat(hub.brings(callback, BODY, "X-Hub-Signature", wrong)).isEqualTo(202);
    }
    assertThat(hub.brings(callback, BODY)).isEqualTo(202);
    assertThat(delivered).isEmpty();
    assertThat(subscriber.counts().forged()).isEqualTo(9);
  }

  @Test
  void bring_theSameAgain_isDeliveredOnce() throws Exception {
    String callback = active("desk");

    assertThat(bringsSigned(callback, BODY)).isEqualTo(202);
    assertThat(bringsSigned(callback, BODY)).isEqualTo(202);
    assertThat(bringsSigned(callback, BODY + "\n")).isEqualTo(202);
    assertThat(delivered).hasSize(2);
    assertThat(subscriber.counts().repeated()).isEqualTo(1);
  }

  @Test
  void bring_whatCannotBeTaken_is503AndMayComeAgain() throws Exception {
    String callback = active("desk");
    taking = false;
    assertThat(bringsSigned(callback, BODY)).isEqualTo(503);
    taking = true;

    assertThat(bringsSigned(callback, BODY)).isEqualTo(202);
    assertThat(subscriber.counts().delivered()).isEqualTo(1);
  }

  @Test
  void bring_moreThan8MiB_is413() throws Exception {
    String callback = active("desk");

    assertThat(bringsSigned(callback, "x".repeat(WebSubConfig.MOST_BODY_BYTES + 1))).isEqualTo(413);
    assertThat(delivered).isEmpty();
  }

  @Test
  void bring_beforeItWasVerifiedOrAfterTheLease_is404() throws Exception {
    want("desk");
    String callback = hub.callback();
    assertThat(bringsSigned(callback, BODY)).isEqualTo(404);
    subscribed(callback, 3_600);
    now = now.plusSeconds(3_601);

    assertThat(bringsSigned(callback, BODY)).isEqualTo(404);
    assertThat(delivered).isEmpty();
  }

  @Test
  void renew_beforeTheLeaseEnds_asksForTheSameCallback() throws Exception {
    String callback = active("desk");
    now = now.plusSeconds(3_600 * 4 / 5 - 1);
    subscriber.renew();
    assertThat(hub.asked).hasSize(1);
    now = now.plusSeconds(1);
    subscriber.renew();

    assertThat(hub.asked).hasSize(2);
    assertThat(hub.asked.get(1)).isEqualTo(hub.asked.get(0));
    assertThat(subscriber.active()).containsExactly("desk");
    subscribed(callback, 3_600);
    assertThat(subscriber.status("desk").orElseThrow().leaseEnd())
        .isEqualTo(now.plusSeconds(3_600));
  }

  @Test
  void renew_ofAHubThatNeverVerifies_asksLessAndLess() {
    want("desk");
    for (int minute = 0; minute < 24 * 60; minute++) {
      now = now.plusSeconds(60);
      subscriber.renew();
    }

    // After 10, 20, 40 … minutes.
    assertThat(hub.asked).hasSize(8);
  }

  @Test
  void denied_endsItAndSaysWhy() throws Exception {
    String callback = active("desk");
    hub.verifies(callback, "mode", "denied", "topic", TOPIC, "reason", "not\nyou");

    SubscriptionStatus status = subscriber.status("desk").orElseThrow();
    assertThat(status.active()).isFalse();
    assertThat(status.reason()).isEqualTo("the hub denied it: not you");
    now = now.plus(Duration.ofHours(23));
    subscriber.renew();
    assertThat(hub.asked).hasSize(1);
    now = now.plus(Duration.ofHours(2));
    subscriber.renew();
    assertThat(hub.asked).hasSize(2);
  }

  @Test
  void want_ofAHubThatRefuses_saysSoWithoutTheSecret() {
    hub.status = 403;
    want("desk");

    SubscriptionStatus status = subscriber.status("desk").orElseThrow();
    assertThat(status.reason()).isEqualTo("the hub answered 403");
    assertThat(status.toString()).doesNotContain(secret());
  }

  @Test
  void want_ofAHubThatIsNotThere_saysSo() {
    subscriber.want("desk", new HubLinks("http://127.0.0.1:1/", TOPIC));

    assertThat(subscriber.status("desk").orElseThrow().reason())
        .startsWith("the hub cannot be asked");
  }

  @Test
  void want_ofAHubInOurNetwork_isRefusedUnlessAllowed() throws Exception {
    try (FormPoster strict = new FormPoster(false)) {
      int port = freePort();
      WebSubConfig config =
          WebSubConfig.onLoopback(port, URI.create("http://127.0.0.1:" + port + "/"));
      try (WebSubSubscriber careful =
          new WebSubSubscriber(config, this::take, strict, new TestClock())) {
        careful.want("desk", new HubLinks(hub.address(), TOPIC));
        careful.want("tls", new HubLinks(hub.address().replace("http:", "https:"), TOPIC));

        assertThat(careful.status("desk").orElseThrow().reason())
            .isEqualTo("the hub not an https address with a host and no password");
        assertThat(careful.status("tls").orElseThrow().reason())
            .contains("is not on the public internet");
      }
    }
    assertThat(hub.asked).isEmpty();
  }

  @Test
  void unwant_isVerifiedOnceAndNothingIsTakenAnyMore() throws Exception {
    String callback = active("desk");
    final String secret = secret();
    subscriber.unwant("desk");

    assertThat(hub.last()).containsEntry("hub.mode", "unsubscribe").doesNotContainKey("hub.secret");
    String signature = LoopbackHub.signature("sha256", secret, BODY);
    assertThat(hub.brings(callback, BODY, "X-Hub-Signature", signature)).isEqualTo(404);
    String[] leaving = {"mode", "unsubscribe", "topic", TOPIC, "challenge", "bye"};
    assertThat(hub.verifies(callback, leaving).body()).isEqualTo("bye");
    assertThat(hub.verifies(callback, leaving).statusCode()).isEqualTo(404);
    assertThat(subscriber.status("desk")).isEmpty();
  }

  @Test
  void want_ofAnotherTopic_leavesTheOldOne() throws Exception {
    active("desk");
    subscriber.want("desk", new HubLinks(hub.address(), TOPIC + "&moved"));

    assertThat(hub.asked)
        .extracting(form -> form.get("hub.mode"))
        .containsExactly("subscribe", "unsubscribe", "subscribe");
    assertThat(hub.last()).containsEntry("hub.topic", TOPIC + "&moved");
  }

  private boolean take(String source, byte[] body, String type) {
    if (taking) {
      delivered.add(source + " " + type + " " + new String(body, StandardCharsets.UTF_8));
    }
    return taking;
  }

  private void want(String source) {
    subscriber.want(source, new HubLinks(hub.address(), TOPIC));
  }

  private String active(String source) throws Exception {
    want(source);
    subscribed(hub.callback(), 3_600);
    return hub.callback();
  }

  private HttpResponse<String> subscribed(String callback, int lease) throws Exception {
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

  private int bringsSigned(String callback, String body) throws Exception {
    return hub.brings(
        callback, body, "X-Hub-Signature", LoopbackHub.signature("sha256", secret(), body));
  }

  private String secret() {
    return String.valueOf(hub.asked.get(0).get("hub.secret"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private final class TestClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
