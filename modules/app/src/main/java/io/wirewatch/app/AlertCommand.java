package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch alert}: the alert stage against a cluster. */
@Command(
    name = "alert",
    description = "Run the alert stage: news.articles.enriched to news.alerts and its routes.")
final class AlertCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    AlertConfig config = AlertConfig.of(settings);
    RuleSet set = rules.load();
    Preflight.prepare(settings, set.routes());
    AlertTopology topology = new AlertTopology(config, set, new RecordSerdes(settings));
    return StageRun.untilStopped(
        Stage.start(AlertConfig.NAME, topology.get(), settings),
        "alerting by " + set.rules().size() + " rules",
        settings,
        spec.commandLine().getErr());
  }
}
