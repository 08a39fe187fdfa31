package io.wirewatch.app;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that every command has. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.LOCAL,
      description = "Show this and exit.")
  private boolean help;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show the log on standard error too. Log file: ${wirewatch.log}")
  private boolean verbose;

  private CommonOptions() {}

  static void addTo(CommandLine command) {
    System.setProperty("wirewatch.log", Logs.file().toString());
    command.addMixin("common", new CommonOptions());
    command.getSubcommands().values().forEach(CommonOptions::addTo);
  }

  /** Runs what was asked for, its log set up before. */
  static int execute(ParseResult parsed) {
    boolean verbose = false;
    for (CommandLine command : parsed.asCommandLineList()) {
      Object common = command.getMixins().get("common");
      verbose |= common instanceof CommonOptions options && options.verbose;
    }
    if (!isHelp(parsed)) {
      Logs.configure(verbose);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean isHelp(ParseResult parsed) {
    return parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested);
  }
}
