package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.MessageKind;
import io.wirewatch.RegionLevel;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.deliver.target.Target.Answer;
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

@Timeout(20)
final class AlertmanagerTargetTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void alert_firesFromItsEventOn() throws Exception {
    JsonNode alert =
        sent(anIncident()
                .near("IQ", "Iraq", RegionLevel.COUNTRY)
                .matching("border", "border")
                .first())
            .path(0);

    assertThat(receiver.last().path()).isEqualTo("/am/api/v2/alerts");
    assertThat(alert.path("labels"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"alertname":"border","severity":"high","incident":"i1","source":"Example Wire","alert":"a1"}"""));
    assertThat(alert.at("/annotations/summary").asText()).startsWith("Troops withdrew");
    assertThat(alert.at("/annotations/place").asText()).isEqualTo("Iraq");
    assertThat(alert.at("/annotations/matched").asText()).isEqualTo("border");
    assertThat(alert.path("startsAt").asText()).isEqualTo("2026-03-02T08:30:00Z");
    assertThat(alert.path("endsAt").asText()).isEqualTo("2026-03-02T15:00:00Z");
    assertThat(alert.path("generatorURL").asText()).startsWith("https://news.example.org/");
  }

  @Test
  void retraction_endsTheSameAlert() throws Exception {
    JsonNode fires = sent(anIncident().first()).path(0);
    JsonNode over =
        sent(anIncident().revised(2).takenBack().told(MessageKind.RETRACTION, null)).path(0);

    assertThat(over.path("labels")).isEqualTo(fires.path("labels"));
    assertThat(over.path("endsAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
  }

  @Test
  void alert_datedAhead_doesNotEndBeforeItStarts() throws Exception {
    JsonNode over =
        sent(anIncident().at("2026-03-03T01:00:00Z").takenBack().told(MessageKind.RETRACTION, null))
            .path(0);

    assertThat(over.path("startsAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(over.path("endsAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
  }

  @Test
  void notice_isAnAlertOfItsOwn() throws Exception {
    JsonNode alert = sent(Incidents.notice("It hid 3 alerts")).path(0);

    assertThat(alert.at("/labels/alertname").asText()).isEqualTo("wirewatch_notice");
    assertThat(alert.at("/annotations/summary").asText()).isEqualTo("It hid 3 alerts");
  }

  @Test
  void refusal_isNever() throws Exception {
    receiver.answers(400, "\"bad label\"");
    try (AlertmanagerTarget target = target()) {
      assertThat(target.send(anIncident().first()))
          .isEqualTo(new Answer.Never("400: \"bad label\""));
    }
  }

  private JsonNode sent(Message message) throws Exception {
    try (AlertmanagerTarget target = target()) {
      assertThat(target.send(message)).isInstanceOf(Answer.Taken.class);
    }
    return receiver.last().json();
  }

  private AlertmanagerTarget target() {
    HttpSettings http =
        new HttpSettings(
            receiver.address("/am/"), Duration.ofSeconds(5), Map.of(), Optional.empty(), List.of());
    return new AlertmanagerTarget(http, Duration.ofHours(6), CLOCK);
  }
}
