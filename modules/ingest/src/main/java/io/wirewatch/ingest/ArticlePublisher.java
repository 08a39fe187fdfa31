package io.wirewatch.ingest;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.ingest.article.Reading;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes readings: articles to {@link Topics#RAW_ARTICLES} under their ids, refusals to {@link
 * Topics#REJECTED_ARTICLES} under their input. Idempotent, acknowledged by all replicas. Waits
 * while the producer's buffer is full. Thread-safe.
 */
public final class ArticlePublisher implements ArticleSink, Consumer<Reading>, AutoCloseable {
  private final Producer<String, SpecificRecord> producer;
  private final LongAdder read = new LongAdder();
  private final LongAdder published = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** A publisher to the cluster that the settings name. */
  public ArticlePublisher(Settings settings) {
    this(settings, Map.of());
  }

  /**
   * The same, with a producer that is configured by more than settings can say.
   *
   * @param client goes before the settings
   */
  public ArticlePublisher(Settings settings, Map<String, ?> client) {
    Map<String, Object> config = producerConfig(settings);
    config.putAll(client);
    producer =
        new KafkaProducer<>(
            config,
            new StringSerializer(),
            new RecordSerdes(settings).of(SpecificRecord.class).serializer());
  }

  /** What users set goes before our defaults, and what exactly-once rests on before both. */
  static Map<String, Object> producerConfig(Settings settings) {
    Map<String, Object> config = settings.asWriterConfig(Topics.RAW_ARTICLES.maxRecordBytes());
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "wirewatch-ingest");
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    // A leader that has just taken over accepts a second batch before it has seen the first, and
    // then refuses the first until
    // it expires (KAFKA-15591); with one batch under way at a time there is no second.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    return config;
  }

  /**
   * Publishes one reading, without waiting for the acknowledgement.
   *
   * @throws PublishingFailedException where this one, or one before it, was not taken
   */
  @Override
  public void accept(Reading reading) {
    throwFailure();
    read.increment();
    if (reading instanceof Reading.Read article) {
      send(article(article.article()), failed -> count(published, failed));
    } else if (reading instanceof Reading.Refused refused) {
      send(rejection(refused.rejection()), failed -> count(rejected, failed));
    }
  }

  @Override
  public CompletableFuture<Void> publish(RawArticle article) {
    return publish(article(article), published);
  }

  /** Publishes an article or a refusal; done when it is safe, failed where it is not. */
  public CompletableFuture<Void> publish(Reading reading) {
    return reading instanceof Reading.Read article
        ? publish(article(article.article()), published)
        : publish(rejection(((Reading.Refused) reading).rejection()), rejected);
  }

  private CompletableFuture<Void> publish(
      ProducerRecord<String, SpecificRecord> message, LongAdder counter) {
    read.increment();
    CompletableFuture<Void> safe = new CompletableFuture<>();
    send(
        message,
        failed -> {
          if (failed == null) {
            counter.increment();
            safe.complete(null);
          } else {
            safe.completeExceptionally(failed);
          }
        });
    return safe;
  }

  /**
   * Waits until the cluster has acknowledged everything.
   *
   * @return the sums so far
   * @throws PublishingFailedException where something was not taken
   */
  public IngestSums flush() {
    producer.flush();
    throwFailure();
    return sums();
  }

  /** The sums so far. */
  public IngestSums sums() {
    return new IngestSums(read.sum(), published.sum(), rejected.sum());
  }

  private void count(LongAdder counter, @Nullable Exception failed) {
    if (failed == null) {
      counter.increment();
    } else {
      failure.compareAndSet(null, failed);
    }
  }

  private static ProducerRecord<String, SpecificRecord> article(RawArticle article) {
    return new ProducerRecord<>(Topics.RAW_ARTICLES.name(), article.getId(), article);
  }

  private static ProducerRecord<String, SpecificRecord> rejection(Rejection rejection) {
    return new ProducerRecord<>(Topics.REJECTED_ARTICLES.name(), rejection.getInput(), rejection);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure.
  private void send(
      ProducerRecord<String, SpecificRecord> message, Consumer<@Nullable Exception> done) {
    try {
      producer.send(message, (metadata, failed) -> done.accept(failed));
    } catch (KafkaException refused) {
      done.accept(refused);
    }
  }

  private void throwFailure() {
    Exception failed = failure.get();
    if (failed != null) {
      throw new PublishingFailedException(failed);
    }
  }

  /** Waits for what is under way, then closes. */
  @Override
  public void close() {
    producer.close();
  }
}
