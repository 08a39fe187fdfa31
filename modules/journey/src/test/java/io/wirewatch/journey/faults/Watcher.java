package io.wirewatch.journey.faults;

import io.wirewatch.contract.AvroDeserializer;
import io.wirewatch.contract.Topics;
import io.wirewatch.contract.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all topics as their readers do, committed records only, and notes what comes when. */
final class Watcher implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroDeserializer values = new AvroDeserializer();
  private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final List<TopicPartition> partitions;
  private final Thread thread = new Thread(this::watch, "watcher");

  /** Watches topics that are there. */
  Watcher(Map<String, String> settings, List<String> topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", settings.get("bootstrap.servers"),
                "enable.auto.commit", "false",
                "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    values.configure(settings, false);
    partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    thread.start();
  }

  /** What has come since this was last asked for. */
  List<Seen> drain() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the watcher failed", failed);
    }
    List<Seen> all = new ArrayList<>();
    for (Seen next = seen.poll(); next != null; next = seen.poll()) {
      all.add(next);
    }
    return all;
  }

  @Override
  public void close() {
    consumer.wakeup();
    Ending.of(thread);
  }

  private void watch() {
    try (consumer) {
      // No group: its rebalances would have it read things twice.
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          note(record, System.currentTimeMillis());
        }
      }
    } catch (WakeupException closed) {
      // That is how it ends.
    } catch (RuntimeException failed) {
      failure.set(failed);
    }
  }

  private void note(ConsumerRecord<String, byte[]> record, long now) {
    Item item =
        Items.of(record, record.topic().equals(Topics.DEAD_LETTER.name()) ? null : read(record));
    seen.add(new Seen(record.topic(), record.partition(), item, now));
  }

  private SpecificRecord read(ConsumerRecord<String, byte[]> record) {
    while (true) {
      try {
        return values.deserialize(record.topic(), record.value());
      } catch (RegistryUnavailableException away) {
        // It comes back.
      } catch (SerializationException unreadable) {
        return null;
      }
    }
  }
}
