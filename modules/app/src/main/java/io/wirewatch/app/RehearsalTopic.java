package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.replay.AlertOutlet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Alerts of a replay on a topic of their own, for who wants to rehearse with them. */
final class RehearsalTopic implements AlertOutlet, AutoCloseable {
  private final Topic<Alert> topic;
  private final KafkaProducer<String, Alert> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * A topic that is made where it is not there.
   *
   * @param prefix what stands before the name of the live topic
   */
  RehearsalTopic(String prefix, Settings settings) {
    if (!prefix.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}") || prefix.startsWith("news")) {
      throw new Refusal(
          "--to-topic takes what stands before '.news.alerts': letters, digits, . _ and -, and not beginning with 'news'");
    }
    topic = Topics.rehearsed(prefix);
    Preflight.withBrokers(
        settings,
        admin -> {
          new ClusterTopics(admin, settings.value(Cluster.MOST_PARTITIONS)).ensure(List.of(topic));
          return topic;
        });
    producer =
        new KafkaProducer<>(
            settings.asWriterConfig(topic.maxRecordBytes()),
            new StringSerializer(),
            new RecordSerdes(settings).of(Alert.class).serializer());
  }

  @Override
  public void send(Alert alert) {
    var unused =
        producer.send(
            new ProducerRecord<>(topic.name(), alert.getArticle(), alert),
            (metadata, failed) -> {
              if (failed != null) {
                failure.compareAndSet(null, failed);
              }
            });
  }

  @Override
  public void flush() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new Refusal(
          "cannot write to %s: %s; go on with --resume when it can be written to"
              .formatted(topic.name(), failed.getMessage()),
          failed);
    }
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
  }
}
