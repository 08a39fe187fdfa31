package io.wirewatch.journey.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Plays a scenario again and again on one theatre; on a new one after a run that failed. */
final class Rehearsal {
  private static final int WARM_UP_ARTICLES = 200;

  private final Path directory;
  private final int articles;
  private final long seed;
  private Set<Subject> rules = Subject.FIRST_SET;
  private int theatres;

  Rehearsal(Path directory, int articles, long seed) {
    this.directory = directory;
    this.articles = articles;
    this.seed = seed;
  }

  Series play(String name, Scenario scenario, int runs) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    while (outcomes.size() < runs) {
      Path place = nextPlace();
      boolean held = playOn(place, name, scenario, runs, outcomes);
      if (held) {
        delete(place);
      } else {
        say("a promise did not hold; logs and data: " + place);
      }
    }
    return new Series(name, articles, outcomes);
  }

  /** A directory that no theatre has been in, this time or before. */
  private Path nextPlace() {
    Path place = directory.resolve("theatre-" + ++theatres);
    return Files.exists(place) ? nextPlace() : place;
  }

  private boolean playOn(
      Path place, String name, Scenario scenario, int runs, List<Outcome> outcomes)
      throws InterruptedException {
    rules = Subject.FIRST_SET;
    try (Theatre theatre = new Theatre(place, scenario.needsSmallDisk());
        Watcher watcher = new Watcher(theatre.settings(), Theatre.topics())) {
      Run warmUp = new Run(theatre, watcher, new Random(seed));
      Outcome warm =
          warmUp.play(
              "warm-up-" + theatres,
              Scenarios.all().get("none"),
              WARM_UP_ARTICLES,
              new Verdict.Rules(rules, rules));
      boolean held = report(place, name + " warm-up", warm);
      while (held && outcomes.size() < runs) {
        int number = outcomes.size() + 1;
        Set<Subject> after = scenario.rulesAfter(rules);
        theatre.awaitWhole();
        Outcome outcome =
            new Run(theatre, watcher, new Random(seed + number))
                .play(name + "-" + number, scenario, articles, new Verdict.Rules(rules, after));
        rules = after;
        outcomes.add(outcome);
        held = report(place, name + " run " + number + " seed " + (seed + number), outcome);
      }
      if (!held && outcomes.isEmpty()) {
        outcomes.add(warm);
      }
      return held;
    }
  }

  private static boolean report(Path place, String run, Outcome outcome) {
    Difference difference = outcome.verdict().difference();
    say(
        "%s: lost %d, double %d, out of order %d, %s, %d ended by themselves, first after %.1f s, no lag after %.1f s"
            .formatted(
                run,
                difference.lost(),
                difference.doubled(),
                difference.outOfOrder(),
                outcome.verdict().wrongSums().isEmpty() ? "sums right" : "sums wrong",
                outcome.fallen(),
                outcome.recovery().firstMillis() / 1000.0,
                outcome.recovery().lagMillis() / 1000.0));
    if (!outcome.holds()) {
      List<String> why = new ArrayList<>(difference.examples());
      why.addAll(outcome.verdict().wrongSums());
      write(place.resolve("logs").resolve("verdict.txt"), why);
      why.forEach(line -> say("  " + line));
    }
    return outcome.holds();
  }

  private static void say(String line) {
    System.err.println(line);
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failed) {
      say("could not delete " + root + ": " + failed.getMessage());
    }
  }
}
