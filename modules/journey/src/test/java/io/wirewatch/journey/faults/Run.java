package io.wirewatch.journey.faults;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One run of a scenario on a theatre that may have seen others. */
final class Run {
  private static final long MOST_SILENCE_MILLIS = 180_000;
  private static final long GRACE_MILLIS = 3_000;

  private final Theatre theatre;
  private final Watcher watcher;
  private final Random random;

  Run(Theatre theatre, Watcher watcher, Random random) {
    this.theatre = theatre;
    this.watcher = watcher;
    this.random = random;
  }

  /**
   * Plays it.
   *
   * @param name begins the ids of this run's articles
   */
  Outcome play(String name, Scenario scenario, int articles, Verdict.Rules rules)
      throws InterruptedException {
    Load load = Load.of(name, articles, random, scenario.isRevised());
    List<Seen> seen = new ArrayList<>();
    double perSecond = load.lines().size() / (double) scenario.flowSeconds();
    try (Feed feed =
        new Feed(theatre.command("ingest-" + name, "ingest", "jsonl", "-"), load.lines(), perSecond)
            .start()) {
      publishUnusable(load);
      Trial trial = new Trial(theatre, feed, random, rules.second());
      awaitFlow(feed, load.lines().size() / 10, seen);
      scenario.play(trial);
      feed.awaitEnd();
      awaitRest(load, rules, seen);
      Thread.sleep(GRACE_MILLIS);
      seen.addAll(watcher.drain());
      Optional<Feed.Sums> sums = Optional.of(feed.sums().orElse(new Feed.Sums(-1, -1, -1)));
      return new Outcome(
          Verdict.of(load, rules, seen, sums),
          Recovery.of(seen, trial.faults()),
          perSecond(seen),
          theatre.fallen());
    }
  }

  private static double perSecond(List<Seen> seen) {
    var times =
        seen.stream()
            .filter(one -> one.topic().equals(Topics.ENRICHED_ARTICLES.name()))
            .mapToLong(Seen::atMillis)
            .summaryStatistics();
    return 1000.0 * times.getCount() / Math.max(1, times.getMax() - times.getMin());
  }

  /** Until a tenth was given and the first is through: what is given may still wait in the pipe. */
  private void awaitFlow(Feed feed, int lines, List<Seen> seen) throws InterruptedException {
    while (feed.isFlowing() && (feed.written() < lines || seen.stream().noneMatch(Run::isRaw))) {
      Thread.sleep(50);
      seen.addAll(watcher.drain());
    }
  }

  private static boolean isRaw(Seen one) {
    return one.topic().equals(Topics.RAW_ARTICLES.name())
        && one.item().what().startsWith("edition");
  }

  /** Waits until all has come that has to; gives up where nothing more has come for long. */
  private void awaitRest(Load load, Verdict.Rules rules, List<Seen> seen)
      throws InterruptedException {
    long last = System.nanoTime();
    while (System.nanoTime() - last < MOST_SILENCE_MILLIS * 1_000_000) {
      List<Seen> more = watcher.drain();
      seen.addAll(more);
      if (!more.isEmpty()) {
        last = System.nanoTime();
      } else if (Verdict.isComplete(load, rules, seen)) {
        return;
      }
      Thread.sleep(500);
    }
  }

  /** What no producer of ours would write. */
  private void publishUnusable(Load load) {
    Map<String, String> settings = new HashMap<>(theatre.settings());
    try (Serializer<RawArticle> articles =
            new RecordSerdes(Settings.of(Map.of(), Map.of(), settings))
                .of(RawArticle.class)
                .serializer();
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.get("bootstrap.servers")),
                new StringSerializer(),
                new ByteArraySerializer())) {
      String topic = Topics.RAW_ARTICLES.name();
      for (String key : load.unreadable()) {
        var unused =
            producer.send(
                new ProducerRecord<>(topic, key, "no record".getBytes(StandardCharsets.UTF_8)));
      }
      for (String key : load.unusable()) {
        var unused =
            producer.send(new ProducerRecord<>(topic, key, articles.serialize(topic, another())));
      }
    }
  }

  private static RawArticle another() {
    return RawArticle.newBuilder()
        .setId("another")
        .setSource("Harness Wire")
        .setHeadline("Under a key that is not its id")
        .setBody("Nothing to see.")
        .setPublishedPrecision(Precision.NONE)
        .setObservedAt(Instant.parse("2026-01-05T08:00:00Z"))
        .setFeed("harness")
        .build();
  }
}
