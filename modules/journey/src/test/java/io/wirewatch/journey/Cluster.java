package io.wirewatch.journey;

import static io.wirewatch.contract.Cluster.BOOTSTRAP_SERVERS;
import static io.wirewatch.contract.Cluster.REGISTRY_URL;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
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

/** Both stages, with the bundled rules, and what they run on: a broker and a registry. */
final class Cluster implements AutoCloseable {
  private static final Path BUNDLED_RULES = Path.of("../../rules");

  private final Runnable stopServers;
  private final Settings settings;
  private final RuleSet rules;
  private final @Nullable Observation observation;
  private Stage enrich;
  private Stage alert;

  private Cluster(
      Settings reached, Runnable stopServers, Path directory, @Nullable Observation observation)
      throws Exception {
    this.stopServers = stopServers;
    this.observation = observation;
    settings = reached.with(Map.of("state.dir", directory.resolve("state").toString()));
    rules = RuleSet.load(BUNDLED_RULES);
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, 2).ensure(Topics.all(rules.routes()));
    }
    startStages();
  }

  /** In this process, all of it. */
  static Cluster embedded(Path directory) throws Exception {
    return embedded(directory, null);
  }

  /** The same, its stages seen. */
  static Cluster embedded(Path directory, @Nullable Observation observation) throws Exception {
    EmbeddedCluster servers = EmbeddedCluster.start(directory);
    return new Cluster(servers.settings(), servers::close, directory, observation);
  }

  /** On a broker that somebody else started, and ends. */
  static Cluster onBroker(String bootstrapServers, Path directory) throws Exception {
    EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    Map<String, String> reached =
        Map.of(BOOTSTRAP_SERVERS.key(), bootstrapServers, REGISTRY_URL.key(), registry.url());
    return new Cluster(Settings.of(Map.of(), Map.of(), reached), registry::close, directory, null);
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

  String bootstrapServers() {
    return settings.value(BOOTSTRAP_SERVERS);
  }

  String registryUrl() {
    return settings.value(REGISTRY_URL);
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
    stopServers.run();
  }
}
