package io.wirewatch.journey.faults;

import java.time.Duration;

/** What happens to instances of stages. */
final class StageFaults {
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);

  private StageFaults() {}

  /** {@code kill -9} of one by chance, again and again; the host of services starts it again. */
  static final class Killed implements Scenario {
    @Override
    public void play(Trial trial) throws InterruptedException {
      while (trial.feed().isFlowing()) {
        Child stage = trial.anyStage();
        if (stage.isAlive()) {
          trial.fault();
          stage.kill();
        }
        trial.pause(BETWEEN_KILLS);
      }
    }

    @Override
    public int flowSeconds() {
      return 50;
    }
  }

  /**
   * One is stopped for longer than its session and its transaction may last, and wakes up again.
   */
  static final class Zombie implements Scenario {
    private static final Duration BEYOND_THE_SESSION =
        Duration.ofMillis(Theatre.SESSION_TIMEOUT_MILLIS).plusSeconds(8);

    @Override
    public void play(Trial trial) throws InterruptedException {
      Child stage = trial.anyStage();
      trial.fault();
      stage.signal("STOP");
      Trial.sleep(BEYOND_THE_SESSION);
      stage.signal("CONT");
    }

    @Override
    public int flowSeconds() {
      return 40;
    }
  }
}
