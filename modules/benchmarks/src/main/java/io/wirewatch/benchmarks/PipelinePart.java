package io.wirewatch.benchmarks;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichTopology;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** What runs in the processes beside the one that measures. Each ends with its standard input. */
final class PipelinePart {
  private static final Duration EACH = Duration.ofSeconds(4);
  private static final int WARM_UPS = 5;

  private PipelinePart() {}

  /** Broker and registry; says both addresses. */
  static void broker(Path directory, PrintStream out) throws IOException {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
      out.println(ChildProcess.MARK + cluster.bootstrapServers() + " " + cluster.registryUrl());
      var unused = System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /**
   * Both stages; says so when they run, and what they have used when asked. Settings are given as
   * {@code NAME=VALUE}.
   */
  static void stages(Path rules, List<String> settings, PrintStream out)
      throws IOException, RuleProblems {
    Map<String, String> options = new HashMap<>();
    for (String setting : settings) {
      int sign = setting.indexOf('=');
      options.put(setting.substring(0, sign), setting.substring(sign + 1));
    }
    Settings given = Settings.of(Map.of(), Map.of(), options);
    RecordSerdes serdes = new RecordSerdes(given);
    RunningRules running = new RunningRules(RuleSet.load(rules));
    Topology enrich = new EnrichTopology(EnrichConfig.of(given), Annotator.bundled(), serdes).get();
    Topology alert = new AlertTopology(AlertConfig.of(given), running, serdes).get();
    try (KafkaStreams first = streams(EnrichConfig.NAME, enrich, threads(given, "enrich"));
        KafkaStreams second = streams(AlertConfig.NAME, alert, threads(given, "alert"))) {
      first.start();
      second.start();
      awaitRunning(first);
      awaitRunning(second);
      out.println(ChildProcess.MARK + "running");
      var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (questions.readLine() != null) {
        out.println(ChildProcess.MARK + StageTimes.now().line());
      }
    }
  }

  /** Annotation and matching with no Kafka; says articles a second: both, annotation, matching. */
  static void alone(SizedArticles articles, Path rules, int threads, PrintStream out)
      throws RuleProblems, InterruptedException {
    Alone alone = new Alone(articles, RuleSet.load(rules).matcher());
    for (int i = 0; i < WARM_UPS; i++) {
      var unused = alone.bothASecond(threads, EACH);
    }
    out.printf(
        ChildProcess.MARK + "%f %f %f%n",
        alone.bothASecond(threads, EACH),
        alone.annotatedASecond(EACH),
        alone.matchedASecond(EACH));
  }

  /** As {@link Stage} does it, but for the guarantee, which users cannot lower. */
  private static KafkaStreams streams(String name, Topology topology, Settings settings) {
    Properties properties = Stage.properties(name, settings);
    Object guarantee = settings.asClientConfig().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
    if (guarantee != null) {
      properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    }
    return new KafkaStreams(topology, properties);
  }

  /** In one process both stages would have the same number. */
  private static Settings threads(Settings given, String stage) {
    Object threads = given.asClientConfig().getOrDefault(stage + ".threads", "1");
    return given.with(Map.of(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads.toString()));
  }

  private static void awaitRunning(KafkaStreams streams) {
    while (streams.state() != KafkaStreams.State.RUNNING) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
