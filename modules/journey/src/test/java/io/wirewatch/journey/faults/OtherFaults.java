package io.wirewatch.journey.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What happens to everything but brokers and stages. */
final class OtherFaults {
  private OtherFaults() {}

  /** The registry is gone for 30 seconds; meanwhile an instance of each stage is killed. */
  static final class NoRegistry implements Scenario {
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration BEFORE_THE_KILLS = Duration.ofSeconds(5);

    @Override
    public void play(Trial trial) throws InterruptedException {
      Child registry = trial.theatre().registry();
      trial.fault();
      registry.kill();
      Trial.sleep(BEFORE_THE_KILLS);
      // Those that run know every schema; one that starts must ask.
      for (Child stage :
          List.of(trial.theatre().stages().get(0), trial.theatre().stages().get(2))) {
        trial.fault();
        stage.kill();
      }
      Trial.sleep(AWAY.minus(BEFORE_THE_KILLS));
      registry.start();
    }

    @Override
    public int flowSeconds() {
      return 60;
    }
  }

  /** Another rule set is published. */
  static final class OtherRules implements Scenario {
    @Override
    public void play(Trial trial) throws InterruptedException {
      trial.pause(Duration.ofSeconds(2));
      trial.fault();
      try (Child publish =
          trial
              .theatre()
              .command(
                  "rules-publish", "rules", "publish", RuleFiles.of(trial.rulesAfter()).toString())
              .start()) {
        publish.leave();
        if (publish.process().waitFor() != 0) {
          throw new IllegalStateException("the rules were not published: " + publish.log());
        }
      }
    }

    @Override
    public int flowSeconds() {
      return 40;
    }

    @Override
    public Set<Subject> rulesAfter(Set<Subject> before) {
      return before.equals(Subject.FIRST_SET) ? Subject.SECOND_SET : Subject.FIRST_SET;
    }
  }

  /**
   * The producer is killed three times between sending and the acknowledgement: the brokers stand
   * still at that moment.
   */
  static final class KilledProducer implements Scenario {
    private static final int KILLS = 3;
    private static final Duration STANDSTILL = Duration.ofMillis(300);

    @Override
    public void play(Trial trial) throws InterruptedException {
      for (int i = 0; i < KILLS && trial.feed().isFlowing(); i++) {
        signalBrokers(trial, "STOP");
        Trial.sleep(STANDSTILL);
        trial.fault();
        trial.feed().kill();
        signalBrokers(trial, "CONT");
        trial.pause(Duration.ofSeconds(8));
      }
    }

    @Override
    public int flowSeconds() {
      return 40;
    }

    /** A text that comes again after its successor is a new revision, so there are no revisions. */
    @Override
    public boolean isRevised() {
      return false;
    }

    private static void signalBrokers(Trial trial, String signal) throws InterruptedException {
      for (int i = 0; i < Brokers.COUNT; i++) {
        trial.theatre().brokers().broker(i).signal(signal);
      }
    }
  }
}
