package io.wirewatch.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wirewatch topics}: the topics of a cluster. */
@Command(
    name = "topics",
    description = "Create the topics of a cluster, or look at them.",
    subcommands = {TopicsCreateCommand.class, TopicsDescribeCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which command");
  }
}
