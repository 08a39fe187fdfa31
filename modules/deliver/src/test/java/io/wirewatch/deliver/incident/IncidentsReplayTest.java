package io.wirewatch.deliver.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same alerts make the same incidents, byte for byte, though the state moved in between. */
final class IncidentsReplayTest {
  private static final long SEED = Long.getLong("incidents.seed", 20261129);
  private static final int ALERTS = 3_000;
  private static final List<String> WORDS =
      List.of(
          "raid", "bridge", "convoy", "border", "wheat", "drone", "court", "camp", "dam", "strike");

  private final Random random = new Random(SEED);
  private Instant now = Instant.parse("2025-01-01T00:00:00Z");

  @Test
  void alerts_replayedWithRestarts_makeTheSameIncidents() throws IOException {
    List<Alert> alerts = alerts();
    List<Incident> once = incidents(alerts, Integer.MAX_VALUE);

    assertThat(bytes(incidents(alerts, 250))).as("seed %d", SEED).isEqualTo(bytes(once));
    assertThat(once)
        .extracting(Incident::getChange)
        .contains(IncidentChange.OPENED, IncidentChange.JOINED, IncidentChange.RETRACTED);
    assertThat(once.stream().filter(one -> one.getBecause().startsWith("tells of")).count())
        .isGreaterThan(ALERTS / 50);
  }

  @Test
  void revisions_ofAnIncident_rise_andNeverLessThanNothingStands() {
    Map<String, Integer> last = new HashMap<>();
    for (Incident incident : incidents(alerts(), Integer.MAX_VALUE)) {
      assertThat(incident.getRevision()).isEqualTo(last.merge(incident.getId(), 1, Integer::sum));
      assertThat(incident.getStanding()).isNotNegative();
    }
  }

  private static List<Incident> incidents(List<Alert> alerts, int untilRestart) {
    HeapStores stores = new HeapStores();
    IncidentConfig config = new IncidentConfig(Duration.ofHours(12), Duration.ofDays(7), 60);
    Incidents incidents = new Incidents(config, stores.stores());
    List<Incident> told = new ArrayList<>();
    long streamMillis = 0;
    for (int i = 0; i < alerts.size(); i++) {
      if (i % untilRestart == untilRestart - 1) {
        incidents = new Incidents(config, stores.stores());
      }
      streamMillis = Math.max(streamMillis, alerts.get(i).getEventTime().toEpochMilli());
      incidents.take(alerts.get(i), streamMillis).ifPresent(told::add);
    }
    return told;
  }

  private static List<ByteBuffer> bytes(List<Incident> incidents) throws IOException {
    List<ByteBuffer> bytes = new ArrayList<>();
    for (Incident incident : incidents) {
      bytes.add(incident.toByteBuffer());
    }
    return bytes;
  }

  /** A day of few events: new ones, late ones, revisions, retractions, copies. */
  private List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    while (alerts.size() < ALERTS) {
      now = now.plusSeconds(random.nextInt(60));
      int kind = random.nextInt(10);
      Alert before = alerts.isEmpty() ? null : alerts.get(random.nextInt(alerts.size()));
      if (before == null || kind < 7) {
        alerts.add(fresh(alerts.size()));
      } else if (kind < 8) {
        alerts.add(before);
      } else {
        alerts.add(
            Alert.newBuilder(before)
                .setRevision(before.getRevision() + 1)
                .setObservedAt(now)
                .setStatus(kind == 8 ? AlertStatus.RETRACTED : AlertStatus.NEW)
                .build());
      }
    }
    return alerts;
  }

  /** One of thirty events that go on; each has a place, three actors and three words. */
  private Alert fresh(int number) {
    int event = number / 40 + random.nextInt(30);
    String place = "place:" + event % 50;
    boolean isArabic = random.nextInt(4) == 0;
    return Told.alert("rule-" + random.nextInt(2))
        .of("article-" + number * 9 / 10)
        .saying("%s %s of report%d".formatted(word(event), word(event), number))
        .in(isArabic ? "ar" : "en", "Wire " + random.nextInt(4))
        .by("actor " + (event * 3 + random.nextInt(3)), "group:" + event % 70)
        .inCountry(event % 2 == 0 ? "IQ" : "SY")
        .at(place, place)
        .as(Severity.values()[random.nextInt(4)])
        .ofStory(random.nextInt(9) == 0 ? "story-" + event : "story-of-" + number)
        .at(now.minusSeconds(random.nextInt(20) == 0 ? random.nextInt(100_000) : 0))
        .now();
  }

  private String word(int event) {
    return WORDS.get(random.nextInt(3)) + "x".repeat(event % 20);
  }
}
