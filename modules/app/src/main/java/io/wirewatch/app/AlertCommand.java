package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Settings;
import io.wirewatch.rules.RuleSet;
import java.io.PrintWriter;
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
    AlertConfig.of(settings);
    RuleSet set = rules.load();
    PrintWriter err = spec.commandLine().getErr();
    try (StageRun run = StageRun.open(settings, "alert", err::println)) {
      Preflight.prepare(settings, Role.ALERT, set.routes());
      try (AlertStage alert = AlertStage.start(set, settings, run.lookout())) {
        return run.untilStopped(alert, "alerting by the rule set " + alert.rules().hash());
      }
    }
  }
}
