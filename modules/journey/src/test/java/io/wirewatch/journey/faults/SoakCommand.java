package io.wirewatch.journey.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code modules/journey/faults soak}. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description =
        "A steady rate for long; what must not grow is measured. Exit 1 if anything does.")
final class SoakCommand implements Callable<Integer> {
  private static final double SHARE_OF_PEAK = 0.7;

  @Option(names = "--minutes", description = "How long (default: ${DEFAULT-VALUE}).")
  private int minutes = 30;

  @Option(
      names = "--rate",
      description = "Articles a second (default: 70 %% of what gets through at once).")
  private double perSecond;

  @Option(names = "--articles", description = "To measure the peak (default: ${DEFAULT-VALUE}).")
  private int articles = 10_000;

  @Option(names = "--seed", description = "Of all chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Path directory = Files.createTempDirectory("wirewatch-soak-");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Theatre theatre = new Theatre(directory, false);
        Watcher watcher = new Watcher(theatre.settings(), Theatre.topics())) {
      Soak soak = new Soak(theatre, watcher, new Random(seed));
      if (perSecond <= 0) {
        double peak = soak.peak(articles);
        perSecond = peak * SHARE_OF_PEAK;
        out.printf("peak %.0f articles/s, so %.0f%n", peak, perSecond);
      }
      boolean held = soak.run(perSecond, minutes, out);
      out.println(held ? "held" : "did not hold; logs: " + directory);
      return held ? 0 : 1;
    }
  }
}
