package io.wirewatch.contract;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of a consumer group on one topic, that writes in transactions which carry the group's
 * generation: who was taken for dead and wakes up cannot write over what its successor knows, the
 * broker refuses it. For one thread.
 */
public final class GroupMember implements AutoCloseable {
  // See KIP-447, Producer scalability for exactly once semantics.
  private static final Logger LOG = LoggerFactory.getLogger(GroupMember.class);

  /** What the group says holds so long: far less than it waits for a silent member. */
  private static final Duration CONFIRMED = Duration.ofSeconds(2);

  private static final int LARGEST_REQUEST_BYTES = 6 << 20;

  private final Consumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final Admin admin;
  private long confirmedNanos = System.nanoTime() - CONFIRMED.toNanos();

  /**
   * Which group, on what, and how long it waits for a silent member.
   *
   * @param name of the group, and the front of what its members are called
   */
  public record Group(String name, Topic<?> topic, Duration session, Duration heartbeat) {}

  /**
   * Joins; the settings' own session and heartbeat win over the group's.
   *
   * @throws KafkaException where the cluster does not answer or refuses
   */
  public GroupMember(Settings settings, Group group, ConsumerRebalanceListener listener) {
    admin = Admin.create(settings.asClientConfig());
    producer =
        new KafkaProducer<>(
            producerConfig(settings, group.name()),
            new StringSerializer(),
            new ByteArraySerializer());
    try {
      producer.initTransactions();
    } catch (KafkaException away) {
      producer.close(Duration.ZERO);
      admin.close();
      throw away;
    }
    consumer =
        new KafkaConsumer<>(
            consumerConfig(settings, group), new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(group.topic().name()), listener);
  }

  private static Map<String, Object> producerConfig(Settings settings, String name) {
    Map<String, Object> config =
        settings.asTransactionalConfig(name + "-" + UUID.randomUUID(), LARGEST_REQUEST_BYTES);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, name + "-state");
    // No longer than a dead instance is waited for, or its open transaction would hide what its
    // successor writes.
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    return config;
  }

  private static Map<String, Object> consumerConfig(Settings settings, Group group) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(group.session()));
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(group.heartbeat()));
    config.putAll(settings.asClientConfig());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, group.name());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group.name());
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return config;
  }

  private static int millis(Duration span) {
    return Math.toIntExact(span.toMillis());
  }

  /** Its reading of the topic. */
  public Consumer<String, byte[]> consumer() {
    return consumer;
  }

  /** Where the logs of partitions end, whether what is there is committed or not. */
  public Map<TopicPartition, Long> logEnds(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> found = new HashMap<>();
    try {
      admin
          .listOffsets(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> found.put(partition, end.offset()));
      return found;
    } catch (ExecutionException failed) {
      throw new KafkaException("the ends of " + partitions + " cannot be had", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  /**
   * Whether the group has said just now, within two seconds, that this member is of it. A process
   * that slept through its session learns so that it was replaced.
   */
  public boolean isConfirmed() {
    long asked = System.nanoTime();
    if (asked - confirmedNanos > CONFIRMED.toNanos()) {
      try {
        consumer.commitSync(positions());
        confirmedNanos = asked;
      } catch (CommitFailedException | RebalanceInProgressException refused) {
        LOG.info("the group goes on without this instance, or is being arranged anew");
        return false;
      }
    }
    // Who slept while the answer came, or since, asks again.
    return System.nanoTime() < confirmedUntilNanos();
  }

  /** Until when that holds, by {@link System#nanoTime}. */
  public long confirmedUntilNanos() {
    return confirmedNanos + CONFIRMED.toNanos();
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    return consumer.assignment().stream()
        .collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(consumer.position(p))));
  }

  /**
   * Writes records and how far the topic has been read, all or none.
   *
   * @throws KafkaException where they were not written; of that, {@link CommitFailedException} and
   *     {@link RebalanceInProgressException} where the group has gone on without this member, or is
   *     about to
   */
  public void write(Collection<ProducerRecord<String, byte[]>> records) {
    long asked = System.nanoTime();
    producer.beginTransaction();
    try {
      for (ProducerRecord<String, byte[]> message : records) {
        // A failure comes back at the commit.
        var unused = producer.send(message);
      }
      Map<TopicPartition, OffsetAndMetadata> positions = positions();
      producer.sendOffsetsToTransaction(positions, consumer.groupMetadata());
      producer.commitTransaction();
      // Only a member's offsets are taken.
      confirmedNanos = positions.isEmpty() ? confirmedNanos : asked;
    } catch (KafkaException failed) {
      abort();
      throw failed;
    }
  }

  private void abort() {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException dead) {
      // Also where a commit was not answered in time, as after a sleep: nobody knows what became of
      // it.
      LOG.debug("could not be aborted", dead);
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(Duration.ofSeconds(1));
    producer.close(Duration.ofSeconds(1));
  }
}
