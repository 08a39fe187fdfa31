package io.wirewatch.app;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command and its parts. */
@Command(
    name = "wirewatch",
    description = "Watches news: articles in, alerts out, every alert with its reasons.",
    subcommands = {
      UpCommand.class,
      IngestCommand.class,
      SourcesCommand.class,
      EnrichCommand.class,
      AlertCommand.class,
      DeliverCommand.class,
      DashboardCommand.class,
      RegistryCommand.class,
      AnnotateCommand.class,
      RulesCommand.class,
      ReplayCommand.class,
      WhyCommand.class,
      RedriveCommand.class,
      ResetCommand.class,
      TopicsCommand.class,
      SchemasCommand.class,
      DoctorCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Data goes to standard output, talk to standard error.",
      "Exit: 0 fine, 1 the thing checked is not so, 2 wrong usage or input."
    })
public final class Wirewatch extends CommandGroup {
  /** What stands behind an equals sign in a word that the parser quotes. */
  private static final Pattern VALUE = Pattern.compile("('[^'=]*=)[^']*'");

  private Wirewatch() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // What is written must not depend on where it runs: topics, headers and hashes would differ.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Standard.install();
    int exit = runWithinMemory(arguments);
    Scratch.delete();
    System.exit(exit);
  }

  private static int runWithinMemory(String[] arguments) {
    try {
      return run(arguments);
    } catch (OutOfMemoryError full) {
      Standard.err()
          .println(
              "wirewatch: not enough memory for this; give more with WIREWATCH_JAVA_OPTS=-Xmx4g");
      return CommandLine.ExitCode.USAGE;
    }
  }

  /** Runs the command; returns its exit code. */
  static int run(String[] arguments) {
    Limits.set();
    return command().execute(arguments);
  }

  /** The command with all its parts, for who runs it within a process of their own. */
  public static CommandLine command() {
    CommandLine command = new CommandLine(new Wirewatch());
    CommonOptions.addTo(command);
    Standard.use(command);
    command.setExecutionExceptionHandler((thrown, failed, parsed) -> Trouble.tell(thrown, failed));
    command.setParameterExceptionHandler((wrong, given) -> usage(wrong));
    command.setExecutionStrategy(CommonOptions::execute);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    return command;
  }

  private static int usage(ParameterException wrong) {
    CommandLine failed = wrong.getCommandLine();
    String message = String.valueOf(wrong.getMessage());
    // The parser repeats what it could not read, and that may be a secret.
    String told =
        message.contains("--set")
            ? "--set takes KEY=VALUE"
            : VALUE.matcher(message).replaceAll("$1…'");
    failed.getErr().println("wirewatch: " + Printable.line(told));
    failed.getErr().println("try '" + failed.getCommandSpec().qualifiedName() + " --help'");
    return CommandLine.ExitCode.USAGE;
  }
}
