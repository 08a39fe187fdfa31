package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch topics}: the topics of a cluster. */
@Command(
    name = "topics",
    description = "Create the topics of a cluster, or look at them.",
    subcommands = {TopicsCreateCommand.class, TopicsDescribeCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand extends CommandGroup {}
