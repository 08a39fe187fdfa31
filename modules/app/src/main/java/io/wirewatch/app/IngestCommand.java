package io.wirewatch.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wirewatch ingest}: the producers, against a cluster. */
@Command(
    name = "ingest",
    description = "Publish raw articles to a cluster.",
    subcommands = {
      IngestPageCommand.class,
      IngestFeedCommand.class,
      IngestJsonlCommand.class,
      IngestHttpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class IngestCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which command");
  }
}
