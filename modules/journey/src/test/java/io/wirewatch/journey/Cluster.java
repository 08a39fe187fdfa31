package io.wirewatch.journey;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichTopology;
import io.wirewatch.observe.Observation;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Both stages, with the bundled rules, on a broker that somebody else started. */
final class Cluster implements AutoCloseable {
  private static final Path BUNDLED_RULES = Path.of("../../rules");

  private final EmbeddedRegistry registry;
  private final Settings settings;
  private final RuleSet rules;
  private final @Nullable Observation observation;
  private Stage enrich;
  private Stage alert;

  Cluster(String bootstrapServers, Path directory) throws Exception {
    this(bootstrapServers, directory, null);
  }

  /** The same, its stages seen. */
  Cluster(String bootstrapServers, Path directory, @Nullable Observation observation)
      throws Exception {
    this.observation = observation;
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "schema.registry.url", registry.url(),
                "state.dir", directory.resolve("state").toString()));
    rules = RuleSet.load(BUNDLED_RULES);
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, 2).ensure(Topics.all(rules.routes()));
    }
    startStages();
  }

  /** Starts both stages; they go on where others of their names ended. */
  void startStages() {
    RecordSerdes serdes = new RecordSerdes(settings);
    RunningRules running = new RunningRules(rules);
    enrich =
        Stage.start(
            EnrichConfig.NAME,
            new EnrichTopology(EnrichConfig.of(settings), Annotator.bundled(), serdes).get(),
            settings,
            clients("enrich"));
    alert =
        Stage.start(
            AlertConfig.NAME,
            new AlertTopology(AlertConfig.of(settings), running, serdes).get(),
            settings,
            clients("alert"));
  }

  private Map<String, Object> clients(String stage) {
    return observation == null ? Map.of() : observation.ofStage(stage, settings.asClientConfig());
  }

  Settings settings() {
    return settings;
  }

  String registryUrl() {
    return registry.url();
  }

  long duplicates() {
    return enrich.counted("duplicate");
  }

  void stopStages() {
    enrich.close();
    alert.close();
  }

  @Override
  public void close() {
    stopStages();
    registry.close();
  }
}
