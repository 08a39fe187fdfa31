package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of the sources that this instance has: {@code news.feeds}, by consumer group. For one
 * thread.
 */
final class FeedTopic implements AutoCloseable {
  /* Which instance has a source is decided by the group: the source's name falls into a partition as any key does, and
   * the partition has one owner. States are written in transactions that carry the group's generation [1], so an
   * instance that was taken for dead and wakes up cannot write over what its successor knows: the broker refuses it.
   * What is not committed nobody reads, so a successor never goes on from half of a write. A commit is answered before
   * its records can be read, so a successor reads up to where the log ends, committed or not: it waits for what is open.
   * [1] KIP-447: Producer scalability for exactly once semantics */
  private static final Logger LOG = LoggerFactory.getLogger(FeedTopic.class);
  private static final String TOPIC = Topics.FEEDS.name();
  private static final String ALARMS = Topics.SOURCE_ALARMS.name();

  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final Deserializer<FeedState> deserializer;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Map<String, FeedState>> read = new HashMap<>();
  private final Owner owner;
  private final Admin admin;
  private int count = 1;

  /** What is known of a source before a poll and after it. */
  record Change(FeedState before, FeedState after) {}

  /** Who is told which partitions it has. */
  interface Owner {

    /** It has this partition from now on, and everything that is known of its sources. */
    void gained(int partition, Map<String, FeedState> states);

    /** It will not have them any more; what is done until this returns still counts. */
    void losing(Collection<Integer> partitions);

    /** Others have had them for some time. */
    void lost(Collection<Integer> partitions);
  }

  FeedTopic(Settings settings, Owner owner) {
    this.owner = owner;
    admin = Admin.create(settings.asClientConfig());
    RecordSerdes serdes = new RecordSerdes(settings);
    deserializer = serdes.of(FeedState.class).deserializer();
    producer =
        new KafkaProducer<>(
            producerConfig(settings),
            new StringSerializer(),
            serdes.of(SpecificRecord.class).serializer());
    try {
      producer.initTransactions();
    } catch (KafkaException away) {
      producer.close(Duration.ZERO);
      admin.close();
      throw away;
    }
    consumer =
        new KafkaConsumer<>(
            consumerConfig(settings), new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(TOPIC), new Assignments());
  }

  private static Map<String, Object> producerConfig(Settings settings) {
    Map<String, Object> config = settings.asClientConfig();
    config.put(ProducerConfig.CLIENT_ID_CONFIG, Polling.GROUP + "-state");
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Polling.GROUP + "-" + UUID.randomUUID());
    // No longer than a dead instance is waited for, or its open transaction would hide what its
    // successor writes.
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.FEEDS.maxRecordBytes());
    return config;
  }

  private static Map<String, Object> consumerConfig(Settings settings) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    config.putAll(settings.asClientConfig());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, Polling.GROUP);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, Polling.GROUP);
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return config;
  }

  /** Stays in the group, reads what there is, tells the owner what it gained. */
  void beat(Duration patience) {
    consumer.poll(patience).forEach(this::take);
    ends.entrySet().removeIf(this::isRead);
  }

  private Map<TopicPartition, Long> logEnds(Collection<TopicPartition> partitions) {
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
      throw new KafkaException("the end of news.feeds cannot be had", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  /**
   * Has the group confirm that this instance is of it, now.
   *
   * @throws CommitFailedException where it is not
   */
  void confirm() {
    consumer.commitSync(positions());
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    return consumer.assignment().stream()
        .collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(consumer.position(p))));
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    Map<String, FeedState> states =
        read.get(new TopicPartition(message.topic(), message.partition()));
    // Of a partition that is read up to where it was gained there is only what we write.
    if (states == null || message.key() == null) {
      return;
    }
    try {
      Optional.ofNullable(deserializer.deserialize(TOPIC, message.value()))
          .ifPresentOrElse(
              state -> states.put(message.key(), state), () -> states.remove(message.key()));
    } catch (SerializationException broken) {
      LOG.warn("what is known of a source cannot be read, so it begins anew", broken);
      states.remove(message.key());
    }
  }

  private boolean isRead(Map.Entry<TopicPartition, Long> end) {
    TopicPartition partition = end.getKey();
    if (consumer.position(partition) < end.getValue()) {
      return false;
    }
    owner.gained(
        partition.partition(), Optional.ofNullable(read.remove(partition)).orElse(Map.of()));
    return true;
  }

  /** The partition that a source's name falls into, as Kafka's own producers have it. */
  int partition(String source) {
    return Utils.toPositive(Utils.murmur2(source.getBytes(StandardCharsets.UTF_8))) % count;
  }

  /**
   * Writes what polls came to, and the alarms that begin or end with it, all or none.
   *
   * @throws KafkaException where they were not written; of that, {@link CommitFailedException}
   *     where the group has gone on without this instance, or is about to
   */
  void write(Collection<Change> changes) {
    producer.beginTransaction();
    try {
      for (Change change : changes) {
        String name = change.after().getSource();
        var unused = producer.send(new ProducerRecord<>(TOPIC, name, change.after()));
        for (SourceAlarm alarm : Vigil.told(change.before(), change.after())) {
          var unusedToo = producer.send(new ProducerRecord<>(ALARMS, name, alarm));
        }
      }
      producer.sendOffsetsToTransaction(positions(), consumer.groupMetadata());
      producer.commitTransaction();
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

  /** What the group tells. */
  private final class Assignments implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      count = consumer.partitionsFor(TOPIC).size();
      consumer.seekToBeginning(partitions);
      ends.putAll(logEnds(partitions));
      partitions.forEach(partition -> read.put(partition, new HashMap<>()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      forget(partitions);
      owner.losing(numbers(partitions));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      forget(partitions);
      owner.lost(numbers(partitions));
    }

    private void forget(Collection<TopicPartition> partitions) {
      partitions.forEach(read::remove);
      partitions.forEach(ends::remove);
    }

    private static Collection<Integer> numbers(Collection<TopicPartition> partitions) {
      return partitions.stream().map(TopicPartition::partition).toList();
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(Duration.ofSeconds(1));
    producer.close(Duration.ofSeconds(1));
  }
}
