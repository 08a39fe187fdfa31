package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import io.wirewatch.stage.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/** One stage against a cluster, until it is told to stop or cannot go on. */
final class StageRun {
  private StageRun() {}

  /** What runs. */
  interface Work {
    /** Why it cannot go on; empty while it can. */
    Optional<Throwable> failure();

    /** Whether it works on records now; see {@link Stage#isWorking}. */
    boolean isWorking(Duration within);

    /** What works as long as the process lives. */
    Work ALWAYS =
        new Work() {
          @Override
          public Optional<Throwable> failure() {
            return Optional.empty();
          }

          @Override
          public boolean isWorking(Duration within) {
            return true;
          }
        };

    /** A stage that is all there is. */
    static Work of(Stage stage) {
      return new Work() {
        @Override
        public Optional<Throwable> failure() {
          return stage.failure();
        }

        @Override
        public boolean isWorking(Duration within) {
          return stage.isWorking(within);
        }
      };
    }
  }

  /** Waits, and keeps the health file; the exit code. */
  static int untilStopped(Work work, String what, Settings settings, PrintWriter err) {
    try (StopSignal stop = StopSignal.listen();
        HealthFile health = HealthFile.of(settings)) {
      err.printf("%s, on %s; Ctrl-C stops it%n", what, settings.value(Cluster.BOOTSTRAP_SERVERS));
      err.flush();
      while (!stop.within(Duration.ofMillis(200))) {
        work.failure()
            .ifPresent(
                thrown -> {
                  throw new Refusal("the stage stopped: " + Trouble.message(thrown), thrown);
                });
        health.tell(work.isWorking(Lookout.NO_SIGN_OF_LIFE));
      }
      return 0;
    }
  }
}
