package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch deliver silence}: alerts that nobody is told of for some time. */
@Command(
    name = "silence",
    description = "Hold alerts back for some time; look before at what that would hide.",
    subcommands = {
      SilenceAddCommand.class,
      SilenceListCommand.class,
      SilenceEndCommand.class,
      SilencePreviewCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class SilenceCommand extends CommandGroup {}
