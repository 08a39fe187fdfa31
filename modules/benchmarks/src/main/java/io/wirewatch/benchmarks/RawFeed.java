package io.wirewatch.benchmarks;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes raw articles: many that appear at once, or so many a second. */
final class RawFeed implements AutoCloseable {
  private static final Duration LONGEST_FILL = Duration.ofMinutes(5);

  private final SizedArticles articles;
  private final KafkaProducer<String, RawArticle> atOnce;
  private final KafkaProducer<String, RawArticle> paced;

  RawFeed(SizedArticles articles, Settings settings) {
    this.articles = articles;
    this.paced = producer(settings);
    this.atOnce =
        producer(
            settings.with(
                Map.of(
                    "transactional.id", "benchmark-fill",
                    "transaction.timeout.ms", Long.toString(LONGEST_FILL.toMillis()),
                    "batch.size", "131072",
                    "linger.ms", "20")));
    atOnce.initTransactions();
  }

  private static KafkaProducer<String, RawArticle> producer(Settings settings) {
    return new KafkaProducer<>(
        settings.asClientConfig(),
        new StringSerializer(),
        new RecordSerdes(settings).of(RawArticle.class).serializer());
  }

  /**
   * Fills the topic while readers of committed records see nothing; the moment from which they do.
   */
  long fill(int from, int count) {
    atOnce.beginTransaction();
    for (int number = from; number < from + count; number++) {
      send(atOnce, number);
    }
    atOnce.flush();
    long seen = System.nanoTime();
    atOnce.commitTransaction();
    return seen;
  }

  /**
   * Publishes at a steady rate; when each article was due, whether or not it could be sent then.
   */
  long[] pace(int from, int count, double articlesASecond) {
    long[] due = new long[count];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      due[i] = start + Math.round(i * 1e9 / articlesASecond);
      while (System.nanoTime() < due[i]) {
        LockSupport.parkNanos(due[i] - System.nanoTime());
      }
      send(paced, from + i);
    }
    paced.flush();
    return due;
  }

  private void send(KafkaProducer<String, RawArticle> producer, int number) {
    RawArticle article = articles.article(number);
    var unused =
        producer.send(new ProducerRecord<>(Topics.RAW_ARTICLES.name(), article.getId(), article));
  }

  @Override
  public void close() {
    atOnce.close();
    paced.close();
  }
}
