package io.wirewatch.ingest.websub;

import static io.wirewatch.ingest.websub.LoopbackWebSub.BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hub brings to a callback: delivered once where it is signed, and else dropped. */
final class WebSubContentTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void bring_signed_isDelivered(String method) throws Exception {
    String callback = websub.active("desk");
    String signature = LoopbackHub.signature(method, websub.secret(), BODY);

    assertThat(
            hub.brings(
                callback,
                BODY,
                "X-Hub-Signature",
                signature,
                "Content-Type",
                "application/rss+xml"))
        .isEqualTo(202);
    assertThat(websub.delivered).containsExactly("desk application/rss+xml " + BODY);
  }

  @Test
  void bring_wronglySigned_isAnsweredAndDropped() throws Exception {
    String callback = websub.active("desk");
    String right = LoopbackHub.signature("sha256", websub.secret(), BODY);

    for (String wrong :
        List.of(
            LoopbackHub.signature("sha256", "guessed", BODY),
            LoopbackHub.signature("sha256", websub.secret(), BODY + " "),
            right.substring(0, right.length() - 2),
            right.replace("sha256", "sha512"),
            right.replace("sha256", "md5"),
            "sha256=",
            "sha256=zz",
            "rubbish")) {
      assertThat(hub.brings(callback, BODY, "X-Hub-Signature", wrong)).isEqualTo(202);
    }
    assertThat(hub.brings(callback, BODY)).isEqualTo(202);
    assertThat(websub.delivered).isEmpty();
    assertThat(subscriber.counts().forged()).isEqualTo(9);
  }

  @Test
  void bring_theSameAgain_isDeliveredOnce() throws Exception {
    String callback = websub.active("desk");

    assertThat(websub.bringsSigned(callback, BODY)).isEqualTo(202);
    assertThat(websub.bringsSigned(callback, BODY)).isEqualTo(202);
    assertThat(websub.bringsSigned(callback, BODY + "\n")).isEqualTo(202);
    assertThat(websub.delivered).hasSize(2);
    assertThat(subscriber.counts().repeated()).isEqualTo(1);
  }

  @Test
  void bring_whatCannotBeTaken_is503AndMayComeAgain() throws Exception {
    String callback = websub.active("desk");
    websub.taking = false;
    assertThat(websub.bringsSigned(callback, BODY)).isEqualTo(503);
    websub.taking = true;

    assertThat(websub.bringsSigned(callback, BODY)).isEqualTo(202);
    assertThat(subscriber.counts().delivered()).isEqualTo(1);
  }

  @Test
  void bring_moreThan8MiB_is413() throws Exception {
    String callback = websub.active("desk");

    assertThat(websub.bringsSigned(callback, "x".repeat(WebSubConfig.MOST_BODY_BYTES + 1)))
        .isEqualTo(413);
    assertThat(websub.delivered).isEmpty();
  }

  @Test
  void bring_beforeItWasVerifiedOrAfterTheLease_is404() throws Exception {
    websub.want("desk");
    String callback = hub.callback();
    assertThat(websub.bringsSigned(callback, BODY)).isEqualTo(404);
    websub.subscribed(callback, 3_600);
    websub.clock.pass(Duration.ofSeconds(3_601));

    assertThat(websub.bringsSigned(callback, BODY)).isEqualTo(404);
    assertThat(websub.delivered).isEmpty();
  }
}
