package io.wirewatch.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wirewatch schemas}: today's schemas and a registry. */
@Command(
    name = "schemas",
    description =
        "Bring the schemas of this build to a registry, or ask whether it would take them.",
    subcommands = {SchemasRegisterCommand.class, SchemasCheckCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class SchemasCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which command");
  }
}
