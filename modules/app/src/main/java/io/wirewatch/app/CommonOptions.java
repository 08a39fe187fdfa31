package io.wirewatch.app;

import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description =
          "The log as text or json, one object a line (default: WIREWATCH_LOG_FORMAT, else text).")
  private LogLayout.@Nullable Format logFormat;

  private CommonOptions() {}

  static void addTo(CommandLine command) {
    System.setProperty("wirewatch.log", Logs.file().toString());
    command.addMixin("common", new CommonOptions());
    command.getSubcommands().values().forEach(CommonOptions::addTo);
  }

  /** Runs what was asked for, its log set up before. */
  static int execute(ParseResult parsed) {
    boolean verbose = false;
    boolean help = false;
    LogLayout.Format format = LogLayout.usual();
    for (CommandLine command : parsed.asCommandLineList()) {
      if (command.getMixins().get("common") instanceof CommonOptions options) {
        verbose |= options.verbose;
        format = options.logFormat == null ? format : options.logFormat;
        help |= options.help;
      }
    }
    if (!help) {
      Logs.configure(verbose, format);
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
