package io.wirewatch.app;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.dispatch.Dispatching;
import io.wirewatch.deliver.dispatch.Watcher;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.deliver.incident.IncidentTopology;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.observe.Metric;
import io.wirewatch.observe.Observation;
import io.wirewatch.observe.Rows;
import io.wirewatch.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.header.Headers;

/** Alerts to incidents, and incidents to targets; what people should know of targets is said. */
record DeliverStage(Stage incidents, Optional<Dispatching> dispatching)
    implements StageRun.Work, AutoCloseable {

  /** Who is shown how it does. */
  record Watch(Lookout lookout, Screen screen) {}

  /** Incidents; and what the plan says is done with them, where there is one. */
  static DeliverStage start(Optional<? extends Plan> plan, Settings settings, Watch watch) {
    Optional<Dispatching> dispatching =
        plan.map(
            some ->
                new Dispatching(
                    some,
                    settings,
                    new Dispatching.Tools(Clock.systemUTC(), RandomGenerator.getDefault()),
                    new Telling(watch.screen(), watch.lookout().observation())));
    Stage incidents =
        Stage.start(
            IncidentConfig.NAME,
            new IncidentTopology(IncidentConfig.of(settings), new RecordSerdes(settings)).get(),
            settings,
            watch.lookout().ofStage("deliver"));
    DeliverStage stage = new DeliverStage(incidents, dispatching);
    watch.lookout().watch("deliver", stage, incidents);
    plan.ifPresent(
        some -> some.targets().forEach(spec -> watch.lookout().observation().knows(spec.name())));
    dispatching.ifPresent(some -> watch.lookout().observation().add(rows -> health(rows, some)));
    return stage;
  }

  private static void health(Rows rows, Dispatching dispatching) {
    dispatching
        .health()
        .forEach(
            (target, health) -> {
              rows.add(Metric.DELIVERIES_WAITING, health.waiting(), target);
              rows.add(Metric.DELIVERY_CIRCUIT_OPEN, health.rests() ? 1 : 0, target);
            });
  }

  @Override
  public Optional<Throwable> failure() {
    return incidents.failure().or(() -> dispatching.flatMap(Dispatching::failure));
  }

  @Override
  public boolean isWorking(Duration within) {
    return incidents.isWorking(within) && dispatching.map(d -> d.isWorking(within)).orElse(true);
  }

  @Override
  public void close() {
    // Side by side: each waits for what is under way.
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> dispatching.ifPresent(Closing::quietly));
    Closing.quietly(incidents);
    other.join();
  }

  /** What a person should hear, in lines; each target's answer is made harmless by the screen. */
  record Telling(Screen screen, Observation observation) implements Watcher {
    @Override
    public void attempted(String target, DeliveryOutcome outcome) {
      observation.attempted(target, Observation.Attempt.valueOf(outcome.name()));
    }

    @Override
    public void told(String target, Headers record) {
      observation.delivered(target, record);
    }

    @Override
    public void rests(String target, String answer, Instant until) {
      screen.say(
          "ALARM: target %s takes nothing: %s; next try at %s"
              .formatted(target, answer, until.truncatedTo(ChronoUnit.SECONDS)));
    }

    @Override
    public void recovered(String target) {
      screen.say("target %s takes messages again".formatted(target));
    }

    @Override
    public void failed(String target, String message, String reason) {
      screen.say(
          "ALARM: target %s did not take message %s: %s; 'wirewatch deliver retry' tries it again"
              .formatted(target, message, reason));
    }
  }
}
