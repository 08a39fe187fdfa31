package io.wirewatch.benchmarks;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.Severity;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Articles that came, were enriched, and of which every tenth alerted. */
final class WhyTopics {
  private static final int PARTITIONS = 6;
  private static final int ALERT_EVERY = 10;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> WORDS =
      List.of("border", "troops", "river", "market", "harvest", "convoy", "minister", "bridge");

  private final Settings settings;
  private final String text;

  WhyTopics(Settings settings, int size, long seed) {
    this.settings = settings;
    Random random = new Random(seed);
    StringBuilder words = new StringBuilder();
    while (words.length() < size) {
      words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    this.text = words.toString();
  }

  static String id(int number) {
    return Fingerprint.of("article", Integer.toString(number));
  }

  void fill(int count) {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, PARTITIONS).ensure(Topics.all(List.of()));
    }
    Settings fast = settings.with(Map.of("batch.size", "131072", "linger.ms", "20"));
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            fast.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(fast).of(SpecificRecord.class).serializer())) {
      for (int number = 0; number < count; number++) {
        RawArticle article = article(number);
        send(producer, Topics.RAW_ARTICLES, article.getId(), article);
        EnrichedArticle enriched =
            new EnrichedArticle(article, 1, "en", List.of(), List.of(), article.getId(), null);
        send(producer, Topics.ENRICHED_ARTICLES, article.getId(), enriched);
        if (number % ALERT_EVERY == 0) {
          send(producer, Topics.ALERTS, article.getId(), alert(article));
        }
      }
    }
  }

  private static void send(
      KafkaProducer<String, SpecificRecord> producer,
      Topic<?> topic,
      String key,
      SpecificRecord value) {
    var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
  }

  private RawArticle article(int number) {
    return RawArticle.newBuilder()
        .setId(id(number))
        .setSource("Basin News")
        .setUrl("https://basin.example/" + number)
        .setHeadline("Gate " + number)
        .setBody(text)
        .setPublishedAt(BEGIN.plusSeconds(number))
        .setPublishedPrecision(Precision.MINUTE)
        .setObservedAt(BEGIN.plusSeconds(number))
        .setFeed("jsonl:benchmark")
        .build();
  }

  private static Alert alert(RawArticle article) {
    return Alert.newBuilder()
        .setId(Fingerprint.of("alert", article.getId()))
        .setStatus(AlertStatus.NEW)
        .setRule("border-incident")
        .setRuleVersion("v")
        .setRuleSet("s")
        .setSeverity(Severity.HIGH)
        .setArticle(article.getId())
        .setRevision(1)
        .setHeadline(article.getHeadline())
        .setSource(article.getSource())
        .setUrl(article.getUrl())
        .setLanguage("en")
        .setObservedAt(article.getObservedAt())
        .setEventTime(article.getObservedAt())
        .setRegions(List.of())
        .setMatches(List.of())
        .build();
  }
}
