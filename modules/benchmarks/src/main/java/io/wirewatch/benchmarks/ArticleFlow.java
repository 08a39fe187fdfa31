package io.wirewatch.benchmarks;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Enriched articles, so many a second, each at its own time, until it is closed. */
final class ArticleFlow implements Runnable, AutoCloseable {
  private static final Instant PUBLISHED = Instant.parse("2025-08-18T08:00:00Z");

  private final Corpus corpus;
  private final long nanosAnArticle;
  private final KafkaProducer<String, EnrichedArticle> producer;
  private final Thread thread = new Thread(this, "article-flow");
  private volatile boolean over;

  private ArticleFlow(Corpus corpus, int articlesASecond, Settings settings) {
    this.corpus = corpus;
    this.nanosAnArticle = 1_000_000_000L / articlesASecond;
    this.producer =
        new KafkaProducer<>(
            settings.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(EnrichedArticle.class).serializer());
  }

  static ArticleFlow start(Corpus corpus, int articlesASecond, Settings settings) {
    ArticleFlow flow = new ArticleFlow(corpus, articlesASecond, settings);
    flow.thread.start();
    return flow;
  }

  @Override
  public void run() {
    long due = System.nanoTime();
    for (int number = 0; !over; number++) {
      EnrichedArticle article = article(number);
      due += nanosAnArticle;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.ENRICHED_ARTICLES.name(), article.getArticle().getId(), article));
    }
  }

  private EnrichedArticle article(int number) {
    RawArticle raw =
        RawArticle.newBuilder()
            .setId("a" + number)
            .setSource("Some Wire")
            .setHeadline("")
            .setBody(corpus.texts().get(number % corpus.texts().size()))
            .setPublishedAt(PUBLISHED)
            .setObservedAt(PUBLISHED)
            .setFeed("benchmark")
            .build();
    return new EnrichedArticle(raw, 1, "en", List.of(), List.of(), null, null);
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }
}
