package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.PublishedRules;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The alert stage with the rules that it follows: those it was given, until a set is published. */
record AlertStage(Stage stage, PublishedRules published, RunningRules rules)
    implements AutoCloseable {

  static AlertStage start(RuleSet given, Settings settings) {
    RunningRules rules = new RunningRules(given);
    // The client id ties what an instance says of itself to its membership in the group.
    String name = AlertConfig.NAME + "-" + UUID.randomUUID();
    PublishedRules published =
        new PublishedRules(
            rules,
            new PublishedRules.Instance(name, set -> Preflight.prepare(settings, set.routes())),
            settings,
            Clock.systemUTC());
    published.start();
    Stage stage =
        Stage.start(
            AlertConfig.NAME,
            new AlertTopology(AlertConfig.of(settings), rules, new RecordSerdes(settings)).get(),
            settings.with(Map.of("client.id", name)));
    return new AlertStage(stage, published, rules);
  }

  @Override
  public void close() {
    stage.close();
    published.close();
  }
}
