package io.wirewatch.journey.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a scenario plays with: everything that runs, the feed, chance, and a note of its faults. */
final class Trial {
  private final Theatre theatre;
  private final Feed feed;
  private final Random random;
  private final Set<Subject> rulesAfter;
  private final List<Long> faults = new ArrayList<>();

  /** A trial at whose end these rules have to run. */
  Trial(Theatre theatre, Feed feed, Random random, Set<Subject> rulesAfter) {
    this.theatre = theatre;
    this.feed = feed;
    this.random = random;
    this.rulesAfter = rulesAfter;
  }

  Theatre theatre() {
    return theatre;
  }

  Feed feed() {
    return feed;
  }

  Set<Subject> rulesAfter() {
    return rulesAfter;
  }

  /** One instance of a stage, by chance. */
  Child anyStage() {
    return theatre.stages().get(random.nextInt(theatre.stages().size()));
  }

  /** Number of a broker, by chance. */
  int anyBroker() {
    return random.nextInt(Brokers.COUNT);
  }

  /** Notes that something goes wrong now. */
  void fault() {
    faults.add(System.currentTimeMillis());
  }

  List<Long> faults() {
    return faults;
  }

  /** Waits at least so long, at most twice that. */
  void pause(Duration atLeast) throws InterruptedException {
    Thread.sleep((long) (atLeast.toMillis() * (1 + random.nextDouble())));
  }

  /** Waits exactly so long. */
  static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
