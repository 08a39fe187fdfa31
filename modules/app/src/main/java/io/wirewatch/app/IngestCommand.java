package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch ingest}: the producers, against a cluster. */
@Command(
    name = "ingest",
    description = "Publish raw articles to a cluster.",
    subcommands = {
      IngestPageCommand.class,
      IngestFeedCommand.class,
      IngestJsonlCommand.class,
      IngestHttpCommand.class,
      IngestServeCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class IngestCommand extends CommandGroup {}
