package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch rules}: work on rule files, without Kafka. */
@Command(
    name = "rules",
    description = "Work on rule files; publish and list work on a cluster.",
    subcommands = {
      RulesCheckCommand.class,
      RulesTestCommand.class,
      RulesMatchCommand.class,
      RulesExplainCommand.class,
      RulesExpandCommand.class,
      RulesDiffCommand.class,
      RulesStatsCommand.class,
      RulesPublishCommand.class,
      RulesListCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class RulesCommand extends CommandGroup {}
