package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.wirewatch.MessageKind;
import io.wirewatch.RegionLevel;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.deliver.target.Receiver.Request;
import io.wirewatch.deliver.target.Target.Answer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class WebhookTargetTest {
  private static final Secret OLD = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Secret NEW = new Secret("whsec_" + "QUJD".repeat(10));
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @TempDir private Path folder;
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void message_isACloudEvent() throws Exception {
    Message message =
        anIncident()
            .saying("Troops withdrew from Anbar")
            .matching("withdrew", "withdraw")
            .near("IQ-AN", "Anbar", RegionLevel.ADMIN1)
            .first();

    assertThat(send(message, Clock.systemUTC())).isInstanceOf(Answer.Taken.class);

    Request request = receiver.last();
    assertThat(request.headers().getFirst("Content-Type"))
        .isEqualTo("application/cloudevents+json");
    JsonNode event = request.json();
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("a1");
    assertThat(event.path("source").asText()).isEqualTo("/wirewatch/deliver");
    assertThat(event.path("type").asText()).isEqualTo("io.wirewatch.incident.opened");
    assertThat(event.path("subject").asText()).isEqualTo("i1");
    assertThat(event.path("time").asText()).isEqualTo("2026-03-02T08:30:00Z");
    assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
    JsonNode data = event.path("data");
    assertThat(data.path("group").asText()).isEqualTo("incident=i1");
    assertThat(data.path("labels").path("incident").asText()).isEqualTo("i1");
    assertThat(data.path("incident").path("severity").asText()).isEqualTo("high");
    assertThat(data.path("incident").path("regions").path(0).asText()).isEqualTo("IQ-AN");
    assertThat(data.path("alerts").path(0).path("headline").asText())
        .isEqualTo("Troops withdrew from Anbar");
    assertThat(data.path("alerts").path(0).path("incident").asText()).isEqualTo("i1");
  }

  @Test
  void message_ofTwoIncidents_isAboutTheGroupAndHasBoth() throws Exception {
    Message message =
        Incidents.message(
            MessageKind.UPDATE,
            null,
            anIncident().named("i1").withAlert("a1").record(),
            anIncident().named("i2").withAlert("a2").record(),
            anIncident().named("i1").withAlert("a3").revised(2).record());

    send(message, Clock.systemUTC());

    JsonNode event = receiver.last().json();
    assertThat(event.path("type").asText()).isEqualTo("io.wirewatch.incident.updated");
    assertThat(event.path("subject").asText()).isEqualTo("incident=i1");
    assertThat(event.path("data").path("incident").path("revision").asInt()).isEqualTo(2);
    assertThat(event.path("data").path("otherIncidents").findValuesAsText("id"))
        .containsExactly("i2");
    assertThat(event.path("data").path("alerts")).hasSize(3);
  }

  @Test
  void notice_isItsText() throws Exception {
    send(Incidents.notice("Silence of the dam is over: it hid 3 alerts"), Clock.systemUTC());

    JsonNode event = receiver.last().json();
    assertThat(event.path("type").asText()).isEqualTo("io.wirewatch.notice");
    assertThat(event.path("data").path("text").asText()).contains("hid 3 alerts");
    assertThat(event.path("data").has("alerts")).isFalse();
  }

  @Test
  void signature_isTakenByTheLibraryOfStandardWebhooks_withEachSecret() throws Exception {
    send(anIncident().saying("انسحبت القوات — Troops").first(), Clock.systemUTC());

    Request request = receiver.last();
    for (Secret secret : List.of(OLD, NEW)) {
      assertThatCode(() -> new Webhook(secret.value()).verify(request.body(), headers(request)))
          .doesNotThrowAnyException();
    }
    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> new Webhook(OLD.value()).verify(request.body() + " ", headers(request)));
  }

  @Test
  void signature_isTakenByThePythonOfTheDocs() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "skipped: no python3 here");
    String page = Files.readString(Path.of("../../docs/targets.md"));
    int from = page.indexOf("    import base64");
    String snippet = page.substring(from, page.indexOf("\n\n", from)).stripIndent();
    send(anIncident().saying("انسحبت القوات").first(), Clock.systemUTC());
    Request request = receiver.last();
    String headers =
        "{'webhook-id': '%s', 'webhook-timestamp': '%s', 'webhook-signature': '%s'}"
            .formatted(
                request.headers().getFirst("webhook-id"),
                request.headers().getFirst("webhook-timestamp"),
                request.headers().getFirst("webhook-signature"));
    Path body = Files.writeString(folder.resolve("body"), request.body());
    String check =
        """

        body = open('%s', 'rb').read()
        print([verified(%s, body + more, '%s') for more in (b'', b' ')])
        """
            .formatted(body, headers, OLD.value());

    Process python =
        new ProcessBuilder(PYTHON.toString(), "-c", snippet + check)
            .redirectErrorStream(true)
            .start();

    assertThat(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("[True, False]\n");
  }

  @Test
  void signature_isThatOfTheLibraryOfStandardWebhooks() throws Exception {
    String body = "{\"test\": 2432232314}";

    assertThat(
            new WebhookSignature(List.of(OLD)).of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
        .contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        .contains(new Webhook(OLD.value()).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body));
  }

  @Test
  void laterAttempt_hasTheSameIdAndBody_andATimeOfItsOwn() throws Exception {
    Message message = anIncident().first();
    send(message, at("2026-03-02T08:00:00Z"));
    send(message, at("2026-03-02T09:00:00Z"));

    Request first = receiver.requests().get(0);
    Request second = receiver.requests().get(1);
    assertThat(second.headers().getFirst("webhook-id"))
        .isEqualTo("a1")
        .isEqualTo(first.headers().getFirst("webhook-id"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.headers().getFirst("webhook-timestamp")).isEqualTo("1772438400");
    assertThat(second.headers().getFirst("webhook-timestamp")).isEqualTo("1772442000");
    assertThat(second.headers().getFirst("webhook-signature"))
        .isNotEqualTo(first.headers().getFirst("webhook-signature"));
  }

  @Test
  void id_thatNoHeaderTakes_isEncoded() throws Exception {
    Message message = anIncident().withAlert("a\r\nX-Evil: 1.é").first();

    send(message, Clock.systemUTC());

    assertThat(receiver.last().headers().getFirst("webhook-id"))
        .isEqualTo("a%0D%0AX-Evil%3A+1%2E%C3%A9");
    assertThat(receiver.last().headers()).doesNotContainKey("X-Evil");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 410, 411, 413, 415, 422, 431, 451})
  void status_thatNoOperatorMends_isNever(int status) throws Exception {
    receiver.answers(status, "no");

    assertThat(send(anIncident().first(), Clock.systemUTC())).isInstanceOf(Answer.Never.class);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {301, 302, 307, 401, 403, 404, 405, 408, 409, 425, 429, 500, 501, 502, 503, 504, 507})
  void status_thatPassesOrIsMended_isLater(int status) throws Exception {
    receiver.answers(status, Map.of("Retry-After", "11"), "wait");

    Answer answer = send(anIncident().first(), Clock.systemUTC());

    assertThat(answer).isInstanceOf(Answer.Later.class);
    assertThat(((Answer.Later) answer).after()).contains(Duration.ofSeconds(11));
    assertThat(answer.words()).startsWith(status + "").endsWith("wait");
  }

  @Test
  void gone_advisesToTakeTheTargetOut() throws Exception {
    receiver.answers(410, "");

    assertThat(send(anIncident().first(), Clock.systemUTC()).words())
        .isEqualTo("410 Gone: it wants no more messages; take the target out of the file");
  }

  @Test
  void secrets_thatTheOtherSideSendsBack_areNotInTheWords() throws Exception {
    receiver.answers(500, "bad /hook/s3cr3t-path with " + OLD.value() + "\r\nBearer t0k3n");
    HttpSettings http =
        new HttpSettings(
            receiver.address("/hook/s3cr3t-path"),
            Duration.ofSeconds(5),
            Map.of("Authorization", "Bearer t0k3n"),
            Optional.empty(),
            List.of(new Secret("t0k3n"), new Secret("/hook/s3cr3t-path")));
    try (WebhookTarget target = new WebhookTarget(http, List.of(OLD), "/x", Clock.systemUTC())) {
      assertThat(target.send(anIncident().first()).words())
          .isEqualTo("500: bad *** with *** Bearer ***");
    }
  }

  private Answer send(Message message, Clock clock) throws InterruptedException {
    HttpSettings http =
        new HttpSettings(
            receiver.address("/hook"),
            Duration.ofSeconds(5),
            Map.of(),
            Optional.empty(),
            List.of());
    try (WebhookTarget target =
        new WebhookTarget(http, List.of(NEW, OLD), "/wirewatch/deliver", clock)) {
      return target.send(message);
    }
  }

  private static HttpHeaders headers(Request request) {
    return HttpHeaders.of(request.headers(), (name, value) -> true);
  }

  private static Clock at(String time) {
    return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }
}
