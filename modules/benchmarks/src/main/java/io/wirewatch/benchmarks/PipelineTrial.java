package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.PipelineOptions.Load;
import io.wirewatch.benchmarks.PipelineOptions.Setup;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/** The whole pipeline in one setup, on a broker that is new. */
final class PipelineTrial {
  /* Broker, stages and what measures are processes of their own. A round is published in one transaction, so that the
   * stages, warm and waiting, see the topic filled at one moment; it is over when a reader of committed records has its last
   * alert. How many alerts there must be is known beforehand: one too many or too few fails the trial. */
  private static final int PARTITIONS = 6;
  private static final int MOST_WARM_UPS = 2;
  private static final Duration STRAGGLERS = Duration.ofSeconds(2);
  private static final Duration SETTLING = Duration.ofSeconds(20);

  /** Of its collector, as Kafka's own start script sets them ({@code kafka-run-class.sh}). */
  private static final List<String> BROKER_JAVA =
      List.of("-XX:MaxGCPauseMillis=20", "-XX:InitiatingHeapOccupancyPercent=35");

  private final PipelineOptions options;
  private final Setup setup;
  private final SizedArticles articles;
  private final Path rules;
  private final int[] alertsByText;

  private int published;
  private long expected;

  /**
   * What was measured.
   *
   * @param rates articles a second, of each round, sorted
   * @param stages processor time of all instances for an article, in microseconds; of the median
   *     round
   * @param brokerMicros of the broker
   * @param latency from when an article was due until its last alert was seen
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(double[] rates, StageTimes stages, double brokerMicros, Clocked latency) {
    double median() {
      return rates[rates.length / 2];
    }

    /** The lowest rate and the highest. */
    String range() {
      return "%,.0f to %,.0f".formatted(rates[0], rates[rates.length - 1]);
    }
  }

  /** What one round shows. */
  private record Round(double rate, StageTimes stages, double brokerMicros) {}

  private record Running(
      ChildProcess broker, List<ChildProcess> stages, RawFeed feed, AlertWatch watch) {
    StageTimes times() {
      return stages.stream()
          .map(stage -> StageTimes.parse(stage.ask()))
          .reduce(StageTimes.NONE, StageTimes::plus);
    }

    double brokerSeconds() {
      return broker.processorTime().toNanos() / 1e9;
    }
  }

  PipelineTrial(PipelineOptions options, Setup setup, SizedArticles articles, PreparedRules rules) {
    this.options = options;
    this.setup = setup;
    this.articles = articles;
    this.rules = rules.file();
    this.alertsByText = rules.alertsByText();
  }

  Result run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("pipeline");
    List<ChildProcess> stages = new ArrayList<>();
    try (ChildProcess broker =
        ChildProcess.start(
            options.processors().broker(), BROKER_JAVA, List.of("broker", directory.toString()))) {
      String[] addresses = broker.line().split(" ", -1);
      Settings settings =
          Settings.of(
              Map.of(),
              Map.of(),
              Map.of("bootstrap.servers", addresses[0], "schema.registry.url", addresses[1]));
      try (Admin admin = Admin.create(settings.asClientConfig())) {
        new ClusterTopics(admin, PARTITIONS).ensure(Topics.all(List.of()));
      }
      for (int i = 0; i < setup.instances; i++) {
        stages.add(instance(addresses, directory.resolve("state-" + i)));
      }
      stages.forEach(ChildProcess::line);
      try (RawFeed feed = new RawFeed(articles, settings);
          AlertWatch watch = AlertWatch.start(1 << 23, settings)) {
        return measured(new Running(broker, stages, feed, watch));
      }
    } finally {
      stages.forEach(ChildProcess::close);
      TopicBytes.in(directory.resolve("kafka"))
          .forEach(
              (topic, bytes) ->
                  System.err.printf(
                      "  %s: %d bytes an article%n", topic, bytes / Math.max(1, published)));
      Scratch.delete(directory);
    }
  }

  private ChildProcess instance(String[] addresses, Path state) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "stages",
                rules.toString(),
                "bootstrap.servers=" + addresses[0],
                "schema.registry.url=" + addresses[1],
                "state.dir=" + state,
                "enrich.threads=" + options.threads().enrich(),
                "alert.threads=" + options.threads().alert(),
                "processing.guarantee=" + setup.guarantee,
                // Also at least once: a round is hidden until it is committed.
                "main.consumer.isolation.level=read_committed"));
    if (setup == Setup.LEAST) {
      // Kafka's own default where nothing waits for a commit.
      command.add("commit.interval.ms=30000");
    }
    command.addAll(options.settings());
    return ChildProcess.start(options.processors().stages(), options.java(), command);
  }

  private Result measured(Running running) throws InterruptedException {
    Load load = options.load();
    warmUp(running);
    List<Round> rounds =
        IntStream.range(0, load.rounds())
            .mapToObj(round -> round(running))
            .sorted(Comparator.comparingDouble(Round::rate))
            .toList();
    Round median = rounds.get(rounds.size() / 2);
    Clocked latency = paced(running, median.rate() / 2);
    // That nothing comes too often can only be waited for.
    Thread.sleep(STRAGGLERS.toMillis());
    if (running.watch().alerts() != expected) {
      throw new IllegalStateException(running.watch().alerts() + " alerts, not " + expected);
    }
    return new Result(
        rounds.stream().mapToDouble(Round::rate).toArray(),
        median.stages(),
        median.brokerMicros(),
        latency);
  }

  /** Until compilers have done: a round is no more than a twentieth faster than the one before. */
  private void warmUp(Running running) {
    Load load = options.load();
    long start = System.nanoTime();
    double before = 0;
    double rate = round(running).rate();
    while (System.nanoTime() - start < load.warmUp().toNanos()
        || (rate > before * 1.05
            && System.nanoTime() - start < MOST_WARM_UPS * load.warmUp().toNanos())) {
      before = rate;
      rate = round(running).rate();
    }
  }

  private Round round(Running running) {
    int count = options.load().articlesARound();
    expect(count);
    long start = running.feed().fill(published, count);
    StageTimes stages = running.times();
    double broker = running.brokerSeconds();
    published += count;
    double seconds = (running.watch().await(expected) - start) / 1e9;
    Round round =
        new Round(
            count / seconds,
            running.times().microsSince(stages, count),
            (running.brokerSeconds() - broker) * 1e6 / count);
    System.err.printf("  %s: %s%n", setup.says, round);
    return round;
  }

  private Clocked paced(Running running, double rate) {
    // Not counted: the producer asks who is there, and compilers meet what rounds did not show
    // them.
    int lead = (int) (rate * SETTLING.toSeconds());
    int count = lead + (int) (rate * options.load().paced().toSeconds());
    int from = published;
    expect(count);
    published += count;
    long[] due = running.feed().pace(from, count, rate);
    running.watch().await(expected);
    return Clocked.of(
        IntStream.range(lead, count)
            .filter(i -> running.watch().seenNanos(from + i) != 0)
            .mapToLong(i -> running.watch().seenNanos(from + i) - due[i])
            .toArray());
  }

  private void expect(int count) {
    expected +=
        IntStream.range(published, published + count)
            .mapToLong(number -> alertsByText[number % alertsByText.length])
            .sum();
  }
}
