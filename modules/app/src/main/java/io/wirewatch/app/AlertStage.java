package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.PublishedRules;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.observe.Metric;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The alert stage with the rules that it follows: those it was given, until a set is published. */
record AlertStage(Stage stage, PublishedRules published, RunningRules rules)
    implements StageRun.Work, AutoCloseable {

  static AlertStage start(RuleSet given, Settings settings, Lookout lookout) {
    // The client id ties what an instance says of itself to its membership in the group.
    String name = AlertConfig.NAME + "-" + UUID.randomUUID();
    try (RuleProgress progress = RuleProgress.show()) {
      RunningRules rules = new RunningRules(given, progress);
      PublishedRules published =
          new PublishedRules(
              rules,
              new PublishedRules.Instance(
                  name, set -> Preflight.prepare(settings, Role.ALERT, set.routes())),
              settings,
              Clock.systemUTC());
      published.start(progress);
      AlertTopology topology =
          new AlertTopology(AlertConfig.of(settings), rules, new RecordSerdes(settings));
      Stage stage =
          Stage.start(
              AlertConfig.NAME,
              topology.get(),
              settings.with(Map.of("client.id", name)),
              lookout.ofStage("alert"));
      AlertStage alert = new AlertStage(stage, published, rules);
      lookout.watch("alert", alert, stage);
      lookout.observation().add(rows -> rows.add(Metric.RULE_SET_INFO, 1, alert.rules().hash()));
      return alert;
    }
  }

  @Override
  public Optional<Throwable> failure() {
    return stage.failure().or(published::failure);
  }

  @Override
  public boolean isWorking(Duration within) {
    return stage.isWorking(within);
  }

  @Override
  public void close() {
    stage.close();
    published.close();
  }
}
