package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import io.wirewatch.stage.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * One stage against a cluster, until it is told to stop or cannot go on. Opened before the stage
 * is, so that the process does not end before the stage has left its group.
 */
final class StageRun implements AutoCloseable {
  private final Consumer<String> say;
  private final Lookout lookout;
  private final StopSignal stop;

  private StageRun(Settings settings, String name, Consumer<String> say) {
    this.say = say;
    this.lookout = Lookout.open(settings, name, OptionalInt.empty(), say);
    this.stop = StopSignal.listen();
  }

  /**
   * Opens it.
   *
   * @param say tells the user a line
   */
  static StageRun open(Settings settings, String name, Consumer<String> say) {
    return new StageRun(settings, name, say);
  }

  /** Where the stage is seen. */
  Lookout lookout() {
    return lookout;
  }

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
  int untilStopped(Work work, String what) {
    Settings settings = lookout.settings();
    try (HealthFile health = HealthFile.of(settings)) {
      say.accept(
          "%s, on %s; Ctrl-C stops it".formatted(what, settings.value(Cluster.BOOTSTRAP_SERVERS)));
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

  @Override
  public void close() {
    lookout.close();
    stop.close();
  }
}
