package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One stage against a cluster, until it is told to stop or cannot go on. */
final class StageRun {
  private StageRun() {}

  /**
   * Waits.
   *
   * @param failure why it cannot go on; empty while it can
   * @return the exit code
   */
  static int untilStopped(
      Supplier<Optional<Throwable>> failure, String what, Settings settings, PrintWriter err) {
    try (StopSignal stop = StopSignal.listen()) {
      err.printf("%s, on %s; Ctrl-C stops it%n", what, settings.value(Cluster.BOOTSTRAP_SERVERS));
      err.flush();
      while (!stop.within(Duration.ofMillis(200))) {
        failure
            .get()
            .ifPresent(
                thrown -> {
                  throw new Refusal("the stage stopped: " + Trouble.message(thrown), thrown);
                });
      }
      return 0;
    }
  }
}
