package io.wirewatch.benchmarks.desk;

import io.wirewatch.Alert;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes made-up news to the topics that a desk reads: many at first, then some a second. */
public final class DeskFeed implements AutoCloseable {
  private static final int PARTITIONS = 6;
  private static final Duration SPAN = Duration.ofDays(3);

  private final KafkaProducer<String, SpecificRecord> producer;
  private final MadeUpNews news;
  private final Clock clock;
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
  private int written;

  /** To that cluster, whose topics are made. */
  public DeskFeed(Settings settings, long seed, Clock clock) {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, PARTITIONS).ensure(Topics.all(List.of()));
    }
    Settings fast = settings.with(Map.of("batch.size", "131072", "linger.ms", "5"));
    this.producer =
        new KafkaProducer<>(
            fast.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(fast).of(SpecificRecord.class).serializer());
    this.news = new MadeUpNews(seed);
    this.clock = clock;
  }

  /** So many, the last of them now, the first three days ago. */
  public void fill(int count) {
    Instant begin = clock.instant().minus(SPAN);
    for (int k = 0; k < count; k++) {
      write(begin.plusMillis(SPAN.toMillis() * k / count));
    }
    producer.flush();
  }

  /** So many a second, from now on. */
  public void drip(int perSecond) {
    var unused =
        ticker.scheduleAtFixedRate(
            () -> write(clock.instant()), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
  }

  private synchronized void write(Instant at) {
    MadeUpNews.Item item = news.item(written++, at.truncatedTo(ChronoUnit.MILLIS));
    Alert alert = item.alert();
    send(Topics.ENRICHED_ARTICLES, alert.getArticle(), item.article());
    send(Topics.ALERTS, alert.getArticle(), alert);
    send(Topics.INCIDENTS, item.incident().getId(), item.incident());
  }

  private void send(Topic<?> topic, String key, SpecificRecord value) {
    var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    producer.close(Duration.ofSeconds(5));
  }
}
