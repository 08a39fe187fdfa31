package io.wirewatch.journey;

import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.PublishedRule;
import io.wirewatch.RawArticle;
import io.wirewatch.Silence;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what no command of ours would: that with which something goes wrong on the way. */
final class StrayRecords {
  private static final byte[] NOT_AVRO = "not avro".getBytes(StandardCharsets.UTF_8);
  private static final Instant THEN = Instant.parse("2025-08-18T10:00:00Z");

  private final String bootstrapServers;
  private final String registryUrl;

  StrayRecords(String bootstrapServers, String registryUrl) {
    this.bootstrapServers = bootstrapServers;
    this.registryUrl = registryUrl;
  }

  void notAvro(String topic) throws Exception {
    publish(topic, "k", NOT_AVRO, new RecordHeaders());
  }

  void articleWithoutText(String id) throws Exception {
    publish(
        "news.articles.raw",
        id,
        RawArticle.newBuilder()
            .setId(id)
            .setSource("Basin News")
            .setHeadline(" ")
            .setBody(" ")
            .setPublishedAt(THEN)
            .setObservedAt(THEN)
            .setFeed("jsonl:test")
            .build());
  }

  void brokenSeal(String hash) throws Exception {
    publish("news.rules", "#set", new PublishedRule("#set", hash, null, 999));
  }

  void endedSilence() throws Exception {
    String id = "silence/over";
    publish(
        "news.desk",
        id,
        DeskEntry.newBuilder()
            .setId(id)
            .setKind(DeskKind.SILENCE)
            .setBy("Ann")
            .setAt(THEN)
            .setText("drill")
            .setSilence(
                new Silence(List.of("rule=\"none\""), THEN, THEN.plusSeconds(1), null, false))
            .build());
  }

  /** A dead letter of the alert stage that can be read: a step must have broken on it. */
  void deadLetterOfTheAlertStage(PlainReader reader) throws Exception {
    byte[] enriched =
        reader.records("news.articles.enriched", 2).stream()
            .map(ConsumerRecord::value)
            .filter(value -> !Arrays.equals(value, NOT_AVRO))
            .findFirst()
            .orElseThrow();
    publish(
        "news.dead-letter",
        "k",
        enriched,
        new RecordHeaders()
            .add(
                "__streams.errors.topic",
                "news.articles.enriched".getBytes(StandardCharsets.UTF_8)));
  }

  private void publish(String topic, String key, SpecificRecord record) throws Exception {
    Settings settings = Settings.of(Map.of(), Map.of(), Map.of("schema.registry.url", registryUrl));
    byte[] value =
        new RecordSerdes(settings).of(SpecificRecord.class).serializer().serialize(topic, record);
    publish(topic, key, value, new RecordHeaders());
  }

  private void publish(String topic, String key, byte[] value, Headers headers) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, null, key, value, headers)).get();
    }
  }
}
