package io.wirewatch.app;

import io.wirewatch.FeedState;
import io.wirewatch.contract.Settings;
import io.wirewatch.observe.Metric;
import io.wirewatch.observe.Observation;
import io.wirewatch.observe.ObserveSettings;
import io.wirewatch.stage.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command shows to who watches it: metrics and health on a port, traces. */
final class Lookout implements AutoCloseable {
  static final Duration NO_SIGN_OF_LIFE = Duration.ofSeconds(20);

  private final Settings settings;
  private final Tracing tracing;
  private final Observation observation;
  private final Map<String, StageRun.Work> works = new ConcurrentSkipListMap<>();
  private @Nullable MetricsServer server;

  private Lookout(Settings settings, String name) {
    this.settings = settings;
    this.tracing = Tracing.of(settings, name);
    this.observation = new Observation(Clock.systemUTC(), tracing.telemetry());
  }

  /** For a command that ends by itself: traces, but no port. */
  static Lookout ofRun(Settings settings, String name) {
    return new Lookout(settings, name);
  }

  /**
   * For a command that stays up.
   *
   * @param usual the port where the user names none; empty for none. Where it is taken, that is
   *     said and the command goes on; a port that the user named has to be free.
   * @param say tells the user a line
   */
  static Lookout open(Settings settings, String name, OptionalInt usual, Consumer<String> say) {
    Lookout lookout = new Lookout(settings, name);
    ObserveSettings.Port wanted = settings.value(ObserveSettings.METRICS_PORT);
    OptionalInt port = wanted.isSet() ? wanted.number() : usual;
    if (port.isPresent()) {
      lookout.serve(port.getAsInt(), wanted.isSet(), say);
    }
    return lookout;
  }

  private void serve(int port, boolean isWanted, Consumer<String> say) {
    InetSocketAddress address =
        ListenOptions.address(settings.value(ObserveSettings.METRICS_HOST), port);
    Collection<String> names =
        Arrays.asList(settings.value(ObserveSettings.METRICS_NAMES).split(","));
    try {
      observation.watchMachine();
      server = new MetricsServer(address, names, this);
      say.accept("metrics and health on " + server.url());
    } catch (IOException taken) {
      String trouble =
          "metrics are not served, port %d of %s cannot be had: choose another with metrics.port, or off"
              .formatted(port, address.getHostString());
      if (isWanted) {
        throw new Refusal(trouble, taken);
      }
      say.accept(trouble);
    }
  }

  Settings settings() {
    return settings;
  }

  Observation observation() {
    return observation;
  }

  /** What works, by name; {@code /health} asks it. */
  Map<String, StageRun.Work> works() {
    return works;
  }

  /** What a stage on Kafka Streams is configured with so that it is seen. */
  Map<String, Object> ofStage(String name) {
    return observation.ofStage(name, settings.asClientConfig());
  }

  /** What the publisher of articles is configured with so that it is seen. */
  Map<String, Object> ofPublisher() {
    return observation.ofProducer("ingest", settings.asClientConfig());
  }

  /** Shows whether something works. */
  void watch(String name, StageRun.Work work) {
    works.put(name, work);
    observation.add(rows -> rows.add(Metric.READY, work.isWorking(NO_SIGN_OF_LIFE) ? 1 : 0, name));
  }

  /** The same of a stage, with what waits for it and what it counts. */
  void watch(String name, StageRun.Work work, Stage stage) {
    watch(name, work);
    observation.add(new StageRows(name, stage, observation));
  }

  /** Shows how sources do. */
  void watchSources(Supplier<? extends Collection<FeedState>> sources) {
    observation.add(new SourceRows(sources));
  }

  @Override
  public void close() {
    if (server != null) {
      Closing.quietly(server);
    }
    Closing.quietly(observation);
    Closing.quietly(tracing);
  }
}
