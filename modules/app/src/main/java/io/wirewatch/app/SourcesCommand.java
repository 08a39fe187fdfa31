package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch sources}: look at the sources that are polled. */
@Command(
    name = "sources",
    description = "Try the sources of a file, or see how those of a cluster do.",
    subcommands = {SourcesCheckCommand.class, SourcesShowCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class SourcesCommand extends CommandGroup {}
