package io.wirewatch.benchmarks;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.enrich.Revised;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The history that a replay is measured on, as the stages would have written it. */
final class ReplayTopics {
  private static final int PARTITIONS = 6;

  private final SizedArticles articles;
  private final Settings settings;

  ReplayTopics(SizedArticles articles, Settings settings) {
    this.articles = articles;
    this.settings = settings;
  }

  /** Fills both topics. */
  void fill(int raw, int enriched) {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, PARTITIONS).ensure(Topics.all(List.of()));
    }
    fill(Topics.RAW_ARTICLES, raw, articles::article);
    // Texts come again and again: what is found in them is found once.
    EnrichStep step = new EnrichStep(Annotator.bundled());
    List<EnrichedArticle> known =
        IntStream.range(0, Math.min(enriched, articles.texts().size()))
            .mapToObj(number -> step.enriched(new Revised(articles.article(number), 1)))
            .toList();
    fill(
        Topics.ENRICHED_ARTICLES,
        enriched,
        number -> {
          EnrichedArticle same = known.get(number % known.size());
          return new EnrichedArticle(
              articles.article(number),
              1,
              same.getLanguage(),
              same.getEntities(),
              same.getRegions(),
              null,
              null);
        });
  }

  private void fill(Topic<?> topic, int count, IntFunction<SpecificRecord> record) {
    Settings fast = settings.with(Map.of("batch.size", "131072", "linger.ms", "20"));
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            fast.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(fast).of(SpecificRecord.class).serializer())) {
      for (int number = 0; number < count; number++) {
        SpecificRecord made = record.apply(number);
        String key =
            made instanceof RawArticle article
                ? article.getId()
                : ((EnrichedArticle) made).getArticle().getId();
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, made));
      }
    }
  }
}
