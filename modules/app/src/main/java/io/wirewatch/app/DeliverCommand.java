package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch deliver}: who is told of alerts. */
@Command(
    name = "deliver",
    description = "Check who is told of what, try it on alerts; silence alerts.",
    subcommands = {DeliverCheckCommand.class, DeliverRouteTestCommand.class, SilenceCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class DeliverCommand extends CommandGroup {}
