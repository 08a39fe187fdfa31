package io.wirewatch.replay;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichTopology;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** Both topologies on one partition, as they are live. */
final class LivePipeline implements AutoCloseable {
  private static final Duration TO_ENRICHED = Duration.ofMillis(700);

  private final TopologyTestDriver enrich;
  private final TopologyTestDriver alert;
  private final TestInputTopic<String, RawArticle> raw;
  private final TestOutputTopic<String, EnrichedArticle> enrichedOut;
  private final TestInputTopic<String, EnrichedArticle> enrichedIn;
  private final List<TestOutputTopic<String, Alert>> alertsOut;
  private final RunningRules rules;
  private final List<Past> enriched = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();

  LivePipeline(Path state, EmbeddedRegistry registry, Annotator annotator, RuleSet first) {
    Settings settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of("schema.registry.url", registry.url(), "state.dir", state.toString()));
    RecordSerdes serdes = new RecordSerdes(settings);
    rules = new RunningRules(first);
    enrich =
        new TopologyTestDriver(
            new EnrichTopology(EnrichConfig.of(settings), annotator, serdes).get(),
            Stage.properties(EnrichConfig.NAME, settings),
            Instant.EPOCH);
    alert =
        new TopologyTestDriver(
            new AlertTopology(AlertConfig.of(settings), rules, serdes).get(),
            Stage.properties(AlertConfig.NAME, settings),
            Instant.EPOCH);
    raw =
        enrich.createInputTopic(
            Topics.RAW_ARTICLES.name(),
            new StringSerializer(),
            serdes.of(RawArticle.class).serializer());
    enrichedOut =
        enrich.createOutputTopic(
            Topics.ENRICHED_ARTICLES.name(),
            new StringDeserializer(),
            serdes.of(EnrichedArticle.class).deserializer());
    enrichedIn =
        alert.createInputTopic(
            Topics.ENRICHED_ARTICLES.name(),
            new StringSerializer(),
            serdes.of(EnrichedArticle.class).serializer());
    alertsOut =
        List.of(Topics.ALERTS, Topics.alerts(Rule.EXPERIMENTAL_ROUTE)).stream()
            .map(
                topic ->
                    alert.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        serdes.of(Alert.class).deserializer()))
            .toList();
  }

  /** The next raw record, through both stages. */
  void take(Past record) {
    raw.pipeInput(
        record.key(), (RawArticle) record.value(), Instant.ofEpochMilli(record.takenMillis()));
    for (KeyValue<String, EnrichedArticle> made : enrichedOut.readKeyValuesToList()) {
      long taken = record.takenMillis() + TO_ENRICHED.toMillis();
      enriched.add(
          new Past(record.partition(), enriched.size(), taken, made.key, made.value, null));
      enrichedIn.pipeInput(made.key, made.value, Instant.ofEpochMilli(taken));
      alertsOut.forEach(topic -> alerts.addAll(topic.readValuesToList()));
    }
  }

  /** Another set runs from the next article on. */
  void change(RuleSet set) {
    rules.change(set, LoadProgress.UNSEEN);
  }

  /** What lies on the topic of enriched articles. */
  List<Past> enriched() {
    return enriched;
  }

  /** All alerts, in their order; those of one article that are tried out come last. */
  List<Alert> alerts() {
    return alerts;
  }

  @Override
  public void close() {
    enrich.close();
    alert.close();
  }
}
