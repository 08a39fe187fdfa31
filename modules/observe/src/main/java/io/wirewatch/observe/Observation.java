package io.wirewatch.observe;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of one process: its metrics, how long articles took, and their traces. Thread-safe.
 *
 * <p>Clients of Kafka are seen by what {@link #ofProducer} and {@link #ofStage} give them; nothing
 * that they do depends on it.
 */
public final class Observation implements AutoCloseable {
  static final String HOP = "wirewatch.hop";
  private static final String INTERCEPTORS = "interceptor.classes";

  // From 5 ms, which one hop takes, to an hour, which a stage that stood still leaves behind.
  private static final Duration[] BUCKETS =
      Stream.of(
              5L,
              10L,
              25L,
              50L,
              75L,
              100L,
              150L,
              200L,
              300L,
              500L,
              750L,
              1_000L,
              2_500L,
              5_000L,
              10_000L,
              30_000L,
              60_000L,
              300_000L,
              900_000L,
              3_600_000L)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Clock clock;
  private final @Nullable Trail trail;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final Counters counters = new Counters();
  private final List<Consumer<Rows>> parts = new CopyOnWriteArrayList<>(List.of(counters));
  private final Map<Latency, Timer> latencies = new EnumMap<>(Latency.class);

  /** What became of an attempt to tell a target. */
  public enum Attempt {
    DELIVERED,
    RETRY,
    FAILED
  }

  /** Without traces. */
  public Observation(Clock clock) {
    this(clock, null);
  }

  /** With traces, where they are given somebody to tell of them. */
  public Observation(Clock clock, @Nullable OpenTelemetry telemetry) {
    this.clock = clock;
    this.trail = telemetry == null ? null : new Trail(telemetry, clock);
    for (Latency span : Latency.values()) {
      latencies.put(span, timer(span));
    }
    Collected collected = this::collect;
    registry.getPrometheusRegistry().register(collected);
  }

  /** Its names are known when it is asked, not before. */
  private interface Collected extends MultiCollector {}

  private Timer timer(Latency span) {
    return Timer.builder("wirewatch.latency")
        .description(Metric.LATENCY.doc())
        .tag("span", span.word())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private MetricSnapshots collect() {
    Rows rows = new Rows();
    parts.forEach(part -> part.accept(rows));
    return rows.snapshots();
  }

  /** Has the Java machine's metrics too: memory, collector, threads, processor, files. */
  public void watchMachine() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  /** Has this asked at every scrape; it must be quick and thread-safe. */
  public void add(Consumer<Rows> part) {
    parts.add(part);
  }

  /**
   * What a producer is configured with so that it is seen.
   *
   * @param stage in labels and names of spans
   * @param user what the user has set for the client; interceptors of theirs stay
   */
  public Map<String, Object> ofProducer(String stage, Map<String, ?> user) {
    Map<String, Object> config = new HashMap<>();
    config.put(INTERCEPTORS, joined(user.get(INTERCEPTORS), Departures.class));
    config.put(HOP, new Hop(this, stage));
    return config;
  }

  /** The same of a stage on Kafka Streams: its consumers of records, and its producers. */
  public Map<String, Object> ofStage(String stage, Map<String, ?> user) {
    Map<String, Object> config = new HashMap<>();
    for (Map.Entry<String, Class<?>> side :
        Map.<String, Class<?>>of("main.consumer.", Arrivals.class, "producer.", Departures.class)
            .entrySet()) {
      String key = side.getKey() + INTERCEPTORS;
      Object set = user.containsKey(key) ? user.get(key) : user.get(INTERCEPTORS);
      config.put(key, joined(set, side.getValue()));
    }
    config.put(HOP, new Hop(this, stage));
    return config;
  }

  private static String joined(@Nullable Object set, Class<?> ours) {
    return set == null || set.toString().isBlank() ? ours.getName() : set + "," + ours.getName();
  }

  /** A target has taken an alert; the headers are those of the alert's record. */
  public void delivered(String target, Headers headers) {
    latency(Latency.RAW_TO_DELIVERED, headers);
    trail().ifPresent(known -> known.delivered(target, headers));
  }

  /** Has a target's counters at 0 before the first attempt: a rise from nothing is none. */
  public void knows(String target) {
    for (Attempt attempt : Attempt.values()) {
      attempts(target, attempt);
    }
  }

  /** Counts an attempt to tell a target. */
  public void attempted(String target, Attempt attempt) {
    attempts(target, attempt).increment();
  }

  private LongAdder attempts(String target, Attempt attempt) {
    return counters.of(Metric.DELIVERIES, target, attempt.name().toLowerCase(Locale.ROOT));
  }

  /** Counts articles of a stage that are seen by no client, such as duplicates; how many now. */
  public long articles(String stage, String outcome, long more) {
    LongAdder counter = counters.of(Metric.ARTICLES, stage, outcome);
    counter.add(more);
    return counter.sum();
  }

  void latency(Latency span, Headers headers) {
    Timer timer = latencies.get(span);
    if (timer != null) {
      EventHeaders.age(headers, clock.instant()).ifPresent(timer::record);
    }
  }

  Counters counters() {
    return counters;
  }

  Clock clock() {
    return clock;
  }

  Optional<Trail> trail() {
    return Optional.ofNullable(trail);
  }

  /** All metrics, in Prometheus's text format 0.0.4. */
  public String scrape() {
    return registry.scrape();
  }

  /** Measures no more. */
  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
