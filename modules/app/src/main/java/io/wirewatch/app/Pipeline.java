package io.wirewatch.app;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.deliver.dispatch.Dispatching;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichTopology;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import io.wirewatch.stage.StageSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Everything in this process: registry, broker, all stages. Closing it stops them, the last one
 * first.
 */
final class Pipeline implements AutoCloseable {
  private final Settings settings;
  private final Lookout lookout;
  private final EmbeddedCluster cluster;
  private final Stage enrich;
  private final AlertStage alert;
  private final DeliverStage deliver;

  private final Dashboard.Knowledge knowledge;

  private record Infrastructure(
      Settings settings, Lookout lookout, EmbeddedCluster cluster, Dashboard.Knowledge knowledge) {}

  /** Where broker and registry listen; 0 for any port that is free. */
  record Ports(int kafka, int registry) {
    Ports {
      legal("--kafka-port", kafka);
      legal("--registry-port", registry);
    }

    /** The port, if it is one. */
    static int legal(String option, int port) {
      if (port < 0 || port > 65_535) {
        throw new Refusal(option + " takes a port, 0 to 65535");
      }
      return port;
    }
  }

  /** What runs on the broker, in the order of an article's way. */
  private record Stages(Stage enrich, AlertStage alert, DeliverStage deliver) {}

  private Pipeline(Infrastructure infrastructure, Stages stages) {
    this.settings = infrastructure.settings();
    this.lookout = infrastructure.lookout();
    this.cluster = infrastructure.cluster();
    this.knowledge = infrastructure.knowledge();
    this.enrich = stages.enrich();
    this.alert = stages.alert();
    this.deliver = stages.deliver();
  }

  /**
   * What a pipeline does.
   *
   * @param plan who is told of alerts; empty: nobody, and incidents are found all the same
   * @param screen where it is said how targets do
   */
  record Work(RuleSet rules, Optional<FilePlan> plan, Lookout lookout, Screen screen) {}

  static Pipeline start(DataDirectory directory, Ports ports, Work work) {
    RuleSet rules = work.rules();
    Lookout lookout = work.lookout();
    // The annotator reads its data while the broker starts.
    CompletableFuture<Annotator> annotator = CompletableFuture.supplyAsync(Annotator::bundled);
    EmbeddedCluster cluster =
        EmbeddedCluster.start(directory.root(), ports.kafka(), ports.registry(), Map.of());
    Settings settings =
        lookout
            .settings()
            .with(
                Map.of(
                    Cluster.BOOTSTRAP_SERVERS.key(),
                    cluster.bootstrapServers(),
                    Cluster.REGISTRY_URL.key(),
                    cluster.registryUrl(),
                    // One process gains nothing from more, and one partition keeps the order of the
                    // inputs on the screen.
                    Cluster.MOST_PARTITIONS.key(),
                    "1",
                    // After a crash the next run waits this long for the one that is gone.
                    "session.timeout.ms",
                    "6000",
                    "heartbeat.interval.ms",
                    "2000",
                    StageSettings.STATE_DIRECTORY.key(),
                    directory.state().toString()));
    Preflight.prepare(settings, rules.routes());
    RecordSerdes serdes = new RecordSerdes(settings);
    AlertStage alert = AlertStage.start(rules, settings, lookout);
    Stage enrich =
        Stage.start(
            EnrichConfig.NAME,
            new EnrichTopology(EnrichConfig.of(settings), annotator.join(), serdes).get(),
            settings,
            lookout.ofStage("enrich"));
    lookout.watch("enrich", StageRun.Work.of(enrich), enrich);
    DeliverStage deliver =
        DeliverStage.start(work.plan(), settings, new DeliverStage.Watch(lookout, work.screen()));
    return new Pipeline(
        new Infrastructure(
            settings,
            lookout,
            cluster,
            new Dashboard.Knowledge(WhyCommand.STAGES, () -> rules, annotator::join)),
        new Stages(enrich, alert, deliver));
  }

  /** How to reach it. */
  Settings settings() {
    return settings;
  }

  /** Who watches it. */
  Lookout lookout() {
    return lookout;
  }

  /** What the desk is told of. */
  Dashboard.Knowledge knowledge() {
    return knowledge;
  }

  String addresses() {
    return "Kafka %s · schema registry %s"
        .formatted(settings.value(Cluster.BOOTSTRAP_SERVERS), settings.value(Cluster.REGISTRY_URL));
  }

  long duplicates() {
    return enrich.counted("duplicate");
  }

  /** Hash of the rules that run. */
  String ruleSet() {
    return alert.rules().hash();
  }

  /** Whether targets are told of alerts. */
  boolean delivers() {
    return deliver.dispatching().isPresent();
  }

  /** Whether targets have taken all that was filed for them, or will not now. */
  boolean isDelivered() {
    return deliver.dispatching().map(Dispatching::isIdle).orElse(true);
  }

  /** Why a stage stopped by itself; empty while both work. */
  Optional<Throwable> failure() {
    return enrich.failure().or(alert::failure).or(deliver::failure);
  }

  @Override
  public void close() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> Closing.quietly(enrich)),
            CompletableFuture.runAsync(() -> Closing.quietly(alert)),
            CompletableFuture.runAsync(() -> Closing.quietly(deliver)))
        .join();
    Closing.quietly(cluster);
  }
}
