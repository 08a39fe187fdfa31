package io.wirewatch.journey.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modules/journey/faults}. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    subcommands = SoakCommand.class,
    description = {
      "Three brokers, a registry and two instances of each stage, each a process; known articles",
      "flow, something goes wrong, and what came of it is counted. A row of a Markdown table each."
    },
    footer = {"", "Exit: 0 every promise held, 1 one did not, 2 wrong usage."})
final class Faults implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "none, stages, broker, rolling, registry, disk, zombie, rules, producer (default: all).")
  private List<String> wanted = new ArrayList<>();

  @Option(names = "--runs", description = "Of each scenario (default: ${DEFAULT-VALUE}).")
  private int runs = 20;

  @Option(names = "--articles", description = "Of each run (default: ${DEFAULT-VALUE}).")
  private int articles = 20_000;

  @Option(names = "--seed", description = "Of all chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--dir", description = "For data and logs (default: a new one).")
  private Path directory;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Faults()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Scenario> known = Scenarios.all();
    for (String name : wanted) {
      if (!known.containsKey(name)) {
        System.err.println("no scenario " + name + "; there are: " + known.keySet());
        return CommandLine.ExitCode.USAGE;
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(Series.HEAD);
    boolean held = true;
    for (String name : wanted.isEmpty() ? known.keySet() : wanted) {
      held &= play(name, known.get(name), out);
    }
    return held ? 0 : 1;
  }

  private boolean play(String name, Scenario scenario, PrintStream out)
      throws InterruptedException {
    if (scenario.needsSmallDisk() && !SmallDisk.isPossible()) {
      out.println("skipped: " + name + " (this user cannot mount a tmpfs)");
      return true;
    }
    Series series = new Rehearsal(newDirectory(name), articles, seed).play(name, scenario, runs);
    out.println(series.row());
    return series.holds();
  }

  private Path newDirectory(String name) {
    try {
      return directory == null
          ? Files.createTempDirectory("wirewatch-faults-" + name + "-")
          : Files.createDirectories(directory.resolve(name)).toAbsolutePath();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
