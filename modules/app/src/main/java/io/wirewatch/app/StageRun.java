package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import io.wirewatch.stage.Stage;
import java.io.PrintWriter;
import java.time.Duration;

/** One stage against a cluster, until it is told to stop or cannot go on. */
final class StageRun {
  private static final Duration NO_SIGN_OF_LIFE = Duration.ofSeconds(20);

  private StageRun() {}

  static int untilStopped(Stage stage, String what, Settings settings, PrintWriter err) {
    try (StopSignal stop = StopSignal.listen();
        HealthFile health = HealthFile.of(settings);
        stage) {
      err.printf("%s, on %s; Ctrl-C stops it%n", what, settings.value(Cluster.BOOTSTRAP_SERVERS));
      err.flush();
      while (!stop.within(Duration.ofMillis(200))) {
        if (stage.failure().isPresent()) {
          throw new Refusal("the stage stopped: " + Trouble.message(stage.failure().get()));
        }
        health.tell(stage.isWorking(NO_SIGN_OF_LIFE));
      }
      return 0;
    }
  }
}
