package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.deliver.route.FilePlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch deliver}: brings alerts to where somebody acts. */
@Command(
    name = "deliver",
    subcommands = {
      DeliverCheckCommand.class,
      DeliverRouteTestCommand.class,
      DeliverRetryCommand.class,
      SilenceCommand.class
    },
    description = {
      "Bring alerts to people and services, as a file says: one message an incident.",
      "Each comes once as far as the other side allows. Of instances that run at the same time one delivers,",
      "the others stand by.",
      "A line that begins with ALARM says when a target takes nothing, or not a message."
    },
    footer = {
      "",
      "The shortest file, deliver.yaml:",
      "  targets: {desk: {webhook: {url: \"http://127.0.0.1:9000/\"}}}"
    })
final class DeliverCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private PlanOption option = new PlanOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    FilePlan plan = option.load();
    Settings settings = cluster.settings();
    IncidentConfig.of(settings);
    Screen screen = Screen.standard();
    PrintWriter err = spec.commandLine().getErr();
    try (StageRun run = StageRun.open(settings, "deliver", err::println)) {
      Preflight.prepare(settings, Role.DELIVER, List.of());
      DeliverStage.Watch watch = new DeliverStage.Watch(run.lookout(), screen);
      try (DeliverStage stage = DeliverStage.start(Optional.of(plan), settings, watch)) {
        return run.untilStopped(stage, "delivering to %d targets".formatted(plan.targets().size()));
      }
    }
  }
}
