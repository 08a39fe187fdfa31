package io.wirewatch.app;

import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.deliver.route.Inhibition;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirewatch deliver check}: every problem of a plan at once, or the plan as a tree. */
@Command(
    name = "check",
    description = {
      "Check a file of targets and routes: every problem at once; exit 1 if there is one.",
      "Else its targets, its routes as a tree and its inhibitions. Warnings do not count."
    })
final class DeliverCheckCommand implements Callable<Integer> {
  @Mixin private PlanOption option = new PlanOption();

  @Override
  public Integer call() {
    Screen screen = Screen.standard();
    FilePlan plan;
    try {
      plan = option.read();
    } catch (UnusableFileException unusable) {
      unusable.problems().forEach(problem -> screen.data(Printable.line(problem)));
      return 1;
    }
    screen.data("targets");
    plan.targets().forEach(target -> screen.data("  " + target.name()));
    screen.data("routes");
    plan.root()
        .all()
        .forEach(
            route -> screen.data(Printable.line(RouteText.indent(route) + RouteText.full(route))));
    if (!plan.inhibitions().isEmpty()) {
      screen.data("inhibitions");
      plan.inhibitions().forEach(one -> screen.data(Printable.line("  " + line(one))));
    }
    plan.warnings().forEach(warning -> screen.say("warning: " + warning));
    screen.say("%s is fine%s".formatted(option.file(), warnings(plan)));
    return 0;
  }

  private static String line(Inhibition inhibition) {
    return RouteText.inhibition(inhibition);
  }

  private static String warnings(FilePlan plan) {
    return plan.warnings().isEmpty() ? "" : ", with warnings: " + plan.warnings().size();
  }
}
