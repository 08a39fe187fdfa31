package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.stage.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what comes out of the pipeline, committed records only, and hands it to the screen. Where
 * it stopped is kept in the cluster, so that the next run goes on there: an alert is shown again
 * only if the process was killed just after showing it.
 */
final class Follower implements Runnable, AutoCloseable {
  private static final String GROUP = "wirewatch-up-screen";
  private static final List<Topic<?>> FOLLOWED =
      List.of(
          Topics.RAW_ARTICLES,
          Topics.REJECTED_ARTICLES,
          Topics.DEAD_LETTER,
          Topics.ENRICHED_ARTICLES,
          Topics.ALERTS);

  private final KafkaConsumer<String, byte[]> consumer;
  private final RecordSerdes serdes;
  private final Screen screen;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong enriched = new AtomicLong();
  private final AtomicLong rejectedByStage = new AtomicLong();
  private final AtomicLong deadLettered = new AtomicLong();
  private final AtomicLong alerted = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this, "follower");

  /** How many records of each kind it has read. */
  record Seen(
      long published, long enriched, long rejectedByStage, long deadLettered, long alerted) {}

  Follower(Settings settings, Screen screen) {
    this.serdes = new RecordSerdes(settings);
    this.screen = screen;
    this.consumer =
        new KafkaConsumer<>(
            settings
                .with(
                    Map.of(
                        "group.id", GROUP,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"))
                .asClientConfig(),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  void start() {
    thread.setUncaughtExceptionHandler((dead, thrown) -> failure.set(thrown));
    List<TopicPartition> partitions =
        FOLLOWED.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    partitions.forEach(partition -> positions.put(partition, 0L));
    thread.start();
  }

  Seen seen() {
    return new Seen(
        published.get(), enriched.get(), rejectedByStage.get(), deadLettered.get(), alerted.get());
  }

  /** Why it reads no more; empty while it does. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** The partitions that it reads, and up to which offset it has. */
  Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  @Override
  public void run() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          show(record);
        }
        consumer.assignment().forEach(p -> positions.put(p, consumer.position(p)));
        consumer.commitAsync();
      }
    } catch (WakeupException closed) {
      // That is how close ends it; closing the consumer sends what commits are left.
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(2).toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (topic.equals(Topics.RAW_ARTICLES.name())) {
      published.incrementAndGet();
    } else if (topic.equals(Topics.ENRICHED_ARTICLES.name())) {
      // One that was sent back to this topic was counted when enrichment wrote it.
      if (RedriveHeaders.count(record.headers(), topic) == 0) {
        enriched.incrementAndGet();
      }
    } else if (topic.equals(Topics.DEAD_LETTER.name())) {
      countDeadLetter(record);
      screen.say(
          "dead letter: a record that cannot be read, kept on "
              + topic
              + " at offset "
              + record.offset());
    } else if (topic.equals(Topics.REJECTED_ARTICLES.name())) {
      read(Rejection.class, record).ifPresent(this::reject);
    } else {
      alerted.incrementAndGet();
      read(Alert.class, record).ifPresent(screen::alert);
    }
  }

  /** Those of the alert stage were enriched, and are in that sum. */
  private void countDeadLetter(ConsumerRecord<String, byte[]> record) {
    String from = RedriveHeaders.error(record.headers(), "topic");
    if (!Topics.ENRICHED_ARTICLES.name().equals(from)) {
      deadLettered.incrementAndGet();
    }
  }

  /** What the edge rejects was told when it was read. */
  private void reject(Rejection rejection) {
    if (rejection.getTopic() != null) {
      rejectedByStage.incrementAndGet();
      screen.say(
          "rejected: %s (%s, offset %d)"
              .formatted(rejection.getReason(), rejection.getTopic(), rejection.getOffset()));
    }
  }

  /** The record; what cannot be read is told, and left to those whose it is. */
  private <V> Optional<V> read(Class<V> type, ConsumerRecord<String, byte[]> record) {
    V value = null;
    try {
      value = serdes.of(type).deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException unreadable) {
      if (Unreadable.isPassing(unreadable)) {
        throw unreadable;
      }
    }
    if (value == null) {
      screen.say(
          "cannot be shown: a record of %s, partition %d, offset %d"
              .formatted(record.topic(), record.partition(), record.offset()));
    }
    return Optional.ofNullable(value);
  }
}
