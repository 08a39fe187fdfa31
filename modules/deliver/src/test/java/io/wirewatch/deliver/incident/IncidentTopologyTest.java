package io.wirewatch.deliver.incident;

import static io.wirewatch.deliver.incident.Told.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.stage.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IncidentTopologyTest {
  private static final Instant TAKEN = Instant.parse("2025-08-18T08:00:30Z");

  @TempDir Path directory;
  private EmbeddedRegistry registry;
  private TopologyTestDriver driver;
  private RecordSerdes serdes;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    Settings settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of("schema.registry.url", registry.url(), "state.dir", directory.toString()));
    serdes = new RecordSerdes(settings);
    driver =
        new TopologyTestDriver(
            new IncidentTopology(IncidentConfig.of(settings), serdes).get(),
            Stage.properties(IncidentConfig.NAME, settings),
            TAKEN);
  }

  @AfterEach
  void stop() {
    driver.close();
    registry.close();
  }

  /* A deployed topology whose stores or topics change cannot simply be restarted: what it remembers and where it stands are
   * bound to these names. docs/upgrades.md says what is safe and what needs a reset. */
  @Test
  void describe_matchesGoldenFile() throws Exception {
    Path golden = Path.of("src/test/resources/incident-topology.txt");

    assertThat(
            new IncidentTopology(
                    IncidentConfig.of(Settings.of(Map.of(), Map.of(), Map.of())), serdes)
                .get()
                .describe()
                .toString()
                .strip())
        .as(
            "The topology of a deployed stage has changed: docs/upgrades.md, before %s follows.",
            golden)
        .isEqualTo(Files.readString(golden).strip());
  }

  @Test
  void alerts_ofOneStory_areOneIncidentUnderItsKey_inTheirOrder() {
    publish(alert("isis").of("a").ofStory("s"));
    publish(alert("isis").of("b").ofStory("s"));
    publish(alert("isis").of("c"));

    String first = alert("isis").of("a").now().getId();
    assertThat(incidents())
        .extracting(TestRecord::key, one -> one.value().getId(), one -> one.value().getChange())
        .containsExactly(
            tuple(first, first, IncidentChange.OPENED),
            tuple(first, first, IncidentChange.JOINED),
            tuple(
                alert("isis").of("c").now().getId(),
                alert("isis").of("c").now().getId(),
                IncidentChange.OPENED));
  }

  @Test
  void headers_ofAnAlert_areHandedOn() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", "00-1-2-01".getBytes(StandardCharsets.UTF_8));
    Alert alert = alert("isis").of("a").now();
    driver
        .createInputTopic(
            Topics.ALERTS.name(), new StringSerializer(), serdes.of(Alert.class).serializer())
        .pipeInput(new TestRecord<>(alert.getArticle(), alert, headers, TAKEN));

    assertThat(incidents().get(0).headers().lastHeader("traceparent").value())
        .asString()
        .isEqualTo("00-1-2-01");
  }

  @Test
  void event_time_isThatOfTheArticle() {
    publish(alert("isis").of("a").at("2025-08-17T00:00:00Z"));

    assertThat(incidents().get(0).getRecordTime()).isEqualTo("2025-08-17T00:00:00Z");
  }

  @Test
  void bytes_thatAreNoAlert_doNotStopTheStage() {
    driver
        .createInputTopic(Topics.ALERTS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput("a", "no alert".getBytes(StandardCharsets.UTF_8), TAKEN);
    publish(alert("isis").of("a"));

    assertThat(incidents()).hasSize(1);
  }

  private void publish(Told told) {
    driver
        .createInputTopic(
            Topics.ALERTS.name(), new StringSerializer(), serdes.of(Alert.class).serializer())
        .pipeInput(told.now().getArticle(), told.now(), TAKEN);
  }

  private List<TestRecord<String, Incident>> incidents() {
    return driver
        .createOutputTopic(
            Topics.INCIDENTS.name(),
            new StringDeserializer(),
            serdes.of(Incident.class).deserializer())
        .readRecordsToList();
  }
}
