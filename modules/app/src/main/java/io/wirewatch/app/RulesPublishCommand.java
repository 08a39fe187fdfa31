package io.wirewatch.app;

import io.wirewatch.alert.RulePublisher;
import io.wirewatch.contract.Settings;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.RuleTests;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules publish}: hands a rule set to every alert stage of a cluster. */
@Command(
    name = "publish",
    description = {
      "Check and test rules, then publish them as one set: every alert stage of the cluster runs it.",
      "Rules that are no longer in DIR are taken away."
    })
final class RulesPublishCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "DIR", description = "Directory of rule files, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path directory;

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    RuleSet set = RulesOption.load(directory);
    List<RuleTests.Result> failed =
        RuleTests.run(set.rules()).stream().filter(result -> !result.passed()).toList();
    if (!failed.isEmpty()) {
      failed.forEach(result -> err.println(Printable.line(result.toString())));
      err.println(
          "wirewatch: nothing was published: " + failed.size() + " tests of these rules fail");
      return 1;
    }
    Settings settings = cluster.settings();
    Preflight.prepare(settings, Role.RULES_PUBLISH, set.routes());
    RulePublisher publisher = new RulePublisher(settings);
    RulePublisher.Change change = dryRun ? publisher.compare(set) : publish(publisher, set);
    PrintWriter out = spec.commandLine().getOut();
    change.changed().forEach(id -> out.println("changed " + id));
    change.removed().forEach(id -> out.println("removed " + id));
    err.printf(
        "%s %s: %d changed, %d removed, %d as before%n",
        dryRun ? "would publish" : "published",
        set.hash(),
        change.changed().size(),
        change.removed().size(),
        change.same());
    return 0;
  }

  private static RulePublisher.Change publish(RulePublisher publisher, RuleSet set) {
    try (RuleProgress progress = RuleProgress.show()) {
      return publisher.publish(set, progress);
    }
  }
}
