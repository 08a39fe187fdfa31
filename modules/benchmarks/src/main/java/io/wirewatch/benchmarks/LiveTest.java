package io.wirewatch.benchmarks;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.PublishedRules;
import io.wirewatch.alert.RulePublisher;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;

/**
 * An alert stage on the embedded broker, all in this process, that changes to other rule sets while
 * articles flow. Another process publishes, as a user's would.
 */
final class LiveTest {
  private static final double HITS_AN_ARTICLE = 2;
  private static final int ARTICLES_A_SECOND = 500;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofSeconds(6);
  private static final Duration AFTER = Duration.ofSeconds(3);
  private static final String FIRST = "{\"id\":\"first\",\"when\":\"border\"}";

  private final Corpus corpus;
  private final int size;
  private final PrintStream out;
  private final StageClock clock = new StageClock();
  private final List<Step> steps = new ArrayList<>();

  /** A set to publish, and in how many rules it differs from the one before. */
  private record Step(int changed, Path file) {}

  /** Everything is prepared here: while it is measured, nothing but the stage shall be at work. */
  LiveTest(Corpus corpus, int size, long seed, PrintStream out) throws IOException {
    this.corpus = corpus;
    this.size = size;
    this.out = out;
    List<SavedSearch> searches =
        new ArrayList<>(new SearchGenerator(corpus, HITS_AN_ARTICLE, seed).searches(size));
    write(size, searches);
    for (int changed : new int[] {1, 1_000, size}) {
      for (int round = 0; round < ROUNDS; round++) {
        replace(searches, changed, seed + steps.size());
        write(changed, searches);
      }
    }
  }

  private void write(int changed, List<SavedSearch> searches) throws IOException {
    steps.add(new Step(changed, RuleFiles.write(searches.stream().map(SavedSearch::json))));
  }

  private void replace(List<SavedSearch> searches, int changed, long seed) {
    List<SavedSearch> others = new SearchGenerator(corpus, HITS_AN_ARTICLE, seed).searches(changed);
    for (int i = 0; i < changed; i++) {
      SavedSearch other = others.get(i);
      int place = (int) ((long) i * size / changed);
      searches.set(
          place, new SavedSearch("r" + place, other.kind(), other.words(), other.within()));
    }
  }

  void run() throws IOException, RuleProblems, InterruptedException {
    Path directory = Files.createTempDirectory("live");
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
      cluster.createTopics(Topics.all(List.of()), 1);
      run(cluster.settings().with(Map.of("state.dir", directory.resolve("state").toString())));
    }
  }

  @SuppressWarnings("try") // To be open is all that stage and flow have to do.
  private void run(Settings settings) throws IOException, RuleProblems, InterruptedException {
    RunningRules rules = new RunningRules(RuleFiles.load(Stream.of(FIRST)));
    try (PublishedRules published = following(rules, settings);
        Stage stage = Stage.start(AlertConfig.NAME, topology(rules, settings), settings);
        ArticleFlow flow = ArticleFlow.start(corpus, ARTICLES_A_SECOND, settings)) {
      published.start(LoadProgress.UNSEEN);
      publish(steps.get(0), rules, settings);
      // Articles flow meanwhile, and compilers compile.
      Thread.sleep(WARM_UP.toMillis());
      out.printf(
          "%n| of %,d rules changed | publishing | from published to switched | longest gap between two articles, from published to 3 s after the switch | in %d s without a change |%n|---|---|---|---|---|%n",
          size, QUIET.toSeconds());
      for (Step step : steps.subList(1, steps.size())) {
        row(step, rules, settings);
      }
      out.printf("%n%,d articles, %d a second%n", clock.count(), ARTICLES_A_SECOND);
    }
  }

  private static PublishedRules following(RunningRules rules, Settings settings) {
    return new PublishedRules(
        rules, new PublishedRules.Instance("one", set -> {}), settings, Clock.systemUTC());
  }

  private Topology topology(RunningRules rules, Settings settings) {
    Topology topology =
        new AlertTopology(AlertConfig.of(settings), rules, new RecordSerdes(settings)).get();
    return topology.addProcessor("clock", clock::processor, "enriched");
  }

  private void row(Step step, RunningRules rules, Settings settings)
      throws IOException, InterruptedException {
    long still = System.nanoTime();
    // The gaps of this time are what the machine makes by itself.
    Thread.sleep(QUIET.toMillis());
    long start = System.nanoTime();
    double quiet = clock.longestGapMillis(still, start);
    long published = publish(step, rules, settings);
    long switched = System.nanoTime();
    // What a switch costs may come late: the collector takes the old set away.
    Thread.sleep(AFTER.toMillis());
    out.printf(
        "| %,d | %.1f s | %.1f s | %.0f ms | %.0f ms |%n",
        step.changed(),
        (published - start) / 1e9,
        (switched - published) / 1e9,
        clock.longestGapMillis(published, System.nanoTime()),
        quiet);
  }

  /** Returns when the set runs; the moment at which it was published. */
  private static long publish(Step step, RunningRules rules, Settings settings)
      throws IOException, InterruptedException {
    String before = rules.hash();
    publishElsewhere(step.file(), settings);
    long published = System.nanoTime();
    while (rules.hash().equals(before)) {
      LockSupport.parkNanos(1_000_000);
    }
    Files.delete(step.file());
    return published;
  }

  private static void publishElsewhere(Path file, Settings settings)
      throws IOException, InterruptedException {
    Map<String, Object> config = settings.asClientConfig();
    Process publisher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName(),
                "publish",
                file.toString(),
                String.valueOf(config.get("bootstrap.servers")),
                String.valueOf(config.get("schema.registry.url")))
            .inheritIO()
            .start();
    if (publisher.waitFor() != 0) {
      throw new IOException("the publisher failed");
    }
  }

  /** What the other process does. */
  static void publish(Path file, String brokers, String registry) throws RuleProblems {
    Map<String, String> options =
        Map.of("bootstrap.servers", brokers, "schema.registry.url", registry);
    new RulePublisher(Settings.of(Map.of(), Map.of(), options))
        .publish(RuleSet.load(file), (written, all) -> {});
  }
}
