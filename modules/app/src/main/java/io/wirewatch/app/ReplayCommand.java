package io.wirewatch.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch replay}: what rules would have alerted on, and what that would have cost. */
@Command(
    name = "replay",
    subcommands = {ReplayArchiveCommand.class, ReplayLabelCommand.class},
    description = {
      "Backtest rules on history: which alerts they would have raised.",
      "Also which are gained and lost against other rules or against what was live, and how many pages people",
      "would have got.",
      "Reads a cluster's topics, or articles in files with no cluster; touches nothing that is live."
    },
    footer = {
      "",
      "Change a rule, and see what it would have changed on the bundled samples:",
      "  cp -r rules /tmp/mine   and edit a file there",
      "  wirewatch replay --input samples/*.jsonl --rules /tmp/mine --against rules --out /tmp/report",
      "",
      "A condition of --fail-on is NAME, < <= = >= or >, and a number. NAME: alerts, before, gained, lost,",
      "same, pages, pages-before, precision, recall; of one rule: RULE.gained, and so on."
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private RulesOption rules = new RulesOption();
  @Mixin private ReplayOptions options = new ReplayOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    return new ReplayRun(options, rules.load(), cluster.settings(), Screen.standard())
        .run(spec.commandLine().getParseResult().originalArgs());
  }
}
