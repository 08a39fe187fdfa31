package io.wirewatch.ingest.websub;

import static io.wirewatch.ingest.websub.LoopbackWebSub.BODY;
import static io.wirewatch.ingest.websub.LoopbackWebSub.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.web.FormPoster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said between a subscriber and a hub: asked, verified, renewed, denied, left. */
final class WebSubSubscriberTest {
  private LoopbackWebSub websub;
  private LoopbackHub hub;
  private WebSubSubscriber subscriber;

  @BeforeEach
  void open() throws IOException {
    websub = new LoopbackWebSub();
    hub = websub.hub;
    subscriber = websub.subscriber;
  }

  @AfterEach
  void close() {
    websub.close();
  }

  @Test
  void want_ofAHub_asksItWithASecretAndAPathOfItsOwn() {
    websub.want("desk");
    websub.want("other");

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
    websub.want("desk");
    websub.want("desk");

    assertThat(hub.asked).hasSize(1);
  }

  @Test
  void verify_whatWeAskedFor_isAnsweredWithTheChallenge() throws Exception {
    websub.want("desk");
    assertThat(subscriber.active()).isEmpty();

    HttpResponse<String> answer = websub.subscribed(hub.callback(), 3_600);

    assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("200 c&h=a llenge");
    assertThat(subscriber.active()).containsExactly("desk");
    assertThat(subscriber.status("desk").orElseThrow().leaseEnd())
        .isEqualTo(websub.clock.instant().plusSeconds(3_600));
  }

  @Test
  void verify_whatWeDidNotAskFor_is404() throws Exception {
    websub.want("desk");
    String good = hub.callback();
    String[] topic = {"mode", "subscribe", "topic", TOPIC + "x", "challenge", "c"};
    String[] leaving = {"mode", "unsubscribe", "topic", TOPIC, "challenge", "c"};
    String[] noChallenge = {"mode", "subscribe", "topic", TOPIC, "lease_seconds", "60"};
    String[] lease = {"mode", "subscribe", "topic", TOPIC, "challenge", "c", "lease_seconds", "-1"};

    for (String[] wrong : List.of(topic, leaving, noChallenge, lease)) {
      assertThat(hub.verifies(good, wrong).statusCode()).isEqualTo(404);
    }
    assertThat(websub.subscribed(good + "x", 60).statusCode()).isEqualTo(404);
    assertThat(websub.subscribed(good.substring(0, good.lastIndexOf('/') + 1), 60).statusCode())
        .isEqualTo(404);
    assertThat(subscriber.active()).isEmpty();
    assertThat(subscriber.counts().refused()).isEqualTo(6);
  }

  @Test
  void renew_beforeTheLeaseEnds_asksForTheSameCallback() throws Exception {
    String callback = websub.active("desk");
    websub.clock.pass(Duration.ofSeconds(3_600 * 4 / 5 - 1));
    subscriber.renew();
    assertThat(hub.asked).hasSize(1);
    websub.clock.pass(Duration.ofSeconds(1));
    subscriber.renew();

    assertThat(hub.asked).hasSize(2);
    assertThat(hub.asked.get(1)).isEqualTo(hub.asked.get(0));
    assertThat(subscriber.active()).containsExactly("desk");
    websub.subscribed(callback, 3_600);
    assertThat(subscriber.status("desk").orElseThrow().leaseEnd())
        .isEqualTo(websub.clock.instant().plusSeconds(3_600));
  }

  @Test
  void renew_ofAHubThatNeverVerifies_asksLessAndLess() {
    websub.want("desk");
    for (int minute = 0; minute < 24 * 60; minute++) {
      websub.clock.pass(Duration.ofSeconds(60));
      subscriber.renew();
    }

    // After 10, 20, 40 … minutes.
    assertThat(hub.asked).hasSize(8);
  }

  @Test
  void denied_endsItAndSaysWhy() throws Exception {
    String callback = websub.active("desk");
    hub.verifies(callback, "mode", "denied", "topic", TOPIC, "reason", "not\nyou");

    SubscriptionStatus status = subscriber.status("desk").orElseThrow();
    assertThat(status.active()).isFalse();
    assertThat(status.reason()).isEqualTo("the hub denied it: not you");
    websub.clock.pass(Duration.ofHours(23));
    subscriber.renew();
    assertThat(hub.asked).hasSize(1);
    websub.clock.pass(Duration.ofHours(2));
    subscriber.renew();
    assertThat(hub.asked).hasSize(2);
  }

  @Test
  void want_ofAHubThatRefuses_saysSoWithoutTheSecret() {
    hub.status = 403;
    websub.want("desk");

    SubscriptionStatus status = subscriber.status("desk").orElseThrow();
    assertThat(status.reason()).isEqualTo("the hub answered 403");
    assertThat(status.toString()).doesNotContain(websub.secret());
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
      int port = LoopbackHub.freePort();
      WebSubConfig config =
          WebSubConfig.onLoopback(port, URI.create("http://127.0.0.1:" + port + "/"));
      try (WebSubSubscriber careful =
          new WebSubSubscriber(config, websub::take, strict, websub.clock)) {
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
    String callback = websub.active("desk");
    final String secret = websub.secret();
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
    websub.active("desk");
    subscriber.want("desk", new HubLinks(hub.address(), TOPIC + "&moved"));

    assertThat(hub.asked)
        .extracting(form -> form.get("hub.mode"))
        .containsExactly("subscribe", "unsubscribe", "subscribe");
    assertThat(hub.last()).containsEntry("hub.topic", TOPIC + "&moved");
  }
}
