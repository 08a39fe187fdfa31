package io.wirewatch.app;

import picocli.CommandLine.Command;

/** {@code wirewatch schemas}: today's schemas and a registry. */
@Command(
    name = "schemas",
    description =
        "Bring the schemas of this build to a registry, or ask whether it would take them.",
    subcommands = {SchemasRegisterCommand.class, SchemasCheckCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class SchemasCommand extends CommandGroup {}
