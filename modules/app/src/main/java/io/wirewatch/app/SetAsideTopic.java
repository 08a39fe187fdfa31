package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What lies on a topic at this moment, committed records only, a batch at a time. It belongs to no
 * group, so that no stage is disturbed; what is set aside later is not read.
 */
final class SetAsideTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Uuid id;

  /**
   * Begins at the oldest record.
   *
   * @throws Refusal where the cluster has no such topic
   */
  SetAsideTopic(Settings settings, Topic<?> topic) {
    this.id = idOf(settings, topic.name());
    this.consumer =
        new KafkaConsumer<>(
            settings
                .with(
                    Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "max.poll.records", "200"))
                .asClientConfig(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.ends = consumer.endOffsets(partitions);
  }

  /** The id of the topic, which another topic of its name would not have. */
  Uuid id() {
    return id;
  }

  /** The next records, oldest first in each partition; empty at the end. */
  List<ConsumerRecord<byte[], byte[]>> next() {
    while (!isAtEnd()) {
      List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
      StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
          .filter(record -> record.offset() < end(record))
          .forEach(batch::add);
      if (!batch.isEmpty()) {
        return batch;
      }
    }
    return List.of();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isAtEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private long end(ConsumerRecord<?, ?> record) {
    return ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }

  private static Uuid idOf(Settings settings, String topic) {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      return Objects.requireNonNull(
              admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
          .topicId();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new Refusal(
            "this cluster has no topic "
                + topic
                + ": say where the stages' cluster is with --bootstrap-servers",
            failed);
      }
      throw failed.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("cannot describe " + topic, failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }
}
