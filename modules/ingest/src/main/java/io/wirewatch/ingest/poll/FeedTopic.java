package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.contract.GroupMember;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of the sources that this instance has: {@code news.feeds}, by consumer group. For one
 * thread.
 */
final class FeedTopic implements AutoCloseable {
  /* Which instance has a source is decided by the group: the source's name falls into a partition as any key does, and
   * the partition has one owner. What is not committed nobody reads, so a successor never goes on from half of a write.
   * A commit is answered before its records can be read, so a successor reads up to where the log ends, committed or
   * not: it waits for what is open. */
  private static final Logger LOG = LoggerFactory.getLogger(FeedTopic.class);
  private static final String TOPIC = Topics.FEEDS.name();
  private static final String ALARMS = Topics.SOURCE_ALARMS.name();

  private final GroupMember member;
  private final RecordSerdes serdes;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Map<String, FeedState>> read = new HashMap<>();
  private final Owner owner;
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
    serdes = new RecordSerdes(settings);
    member =
        new GroupMember(
            settings,
            new GroupMember.Group(
                Polling.GROUP, Topics.FEEDS, Duration.ofSeconds(10), Duration.ofSeconds(2)),
            new Assignments());
  }

  /** Stays in the group, reads what there is, tells the owner what it gained. */
  void beat(Duration patience) {
    member.consumer().poll(patience).forEach(this::take);
    ends.entrySet().removeIf(this::isRead);
  }

  /** Whether the group has said just now that this instance is of it. */
  boolean isConfirmed() {
    return member.isConfirmed();
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    Map<String, FeedState> states =
        read.get(new TopicPartition(message.topic(), message.partition()));
    // Of a partition that is read up to where it was gained there is only what we write.
    if (states == null || message.key() == null) {
      return;
    }
    try {
      Optional.ofNullable(
              serdes.of(FeedState.class).deserializer().deserialize(TOPIC, message.value()))
          .ifPresentOrElse(
              state -> states.put(message.key(), state), () -> states.remove(message.key()));
    } catch (SerializationException broken) {
      LOG.warn("what is known of a source cannot be read, so it begins anew", broken);
      states.remove(message.key());
    }
  }

  private boolean isRead(Map.Entry<TopicPartition, Long> end) {
    TopicPartition partition = end.getKey();
    if (member.consumer().position(partition) < end.getValue()) {
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
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Change change : changes) {
      String name = change.after().getSource();
      records.add(message(TOPIC, name, change.after()));
      for (SourceAlarm alarm : Vigil.told(change.before(), change.after())) {
        records.add(message(ALARMS, name, alarm));
      }
    }
    member.write(records);
  }

  private ProducerRecord<String, byte[]> message(String topic, String name, SpecificRecord value) {
    byte[] bytes = serdes.of(SpecificRecord.class).serializer().serialize(topic, value);
    return new ProducerRecord<>(topic, name, bytes);
  }

  /** What the group tells. */
  private final class Assignments implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      count = member.consumer().partitionsFor(TOPIC).size();
      member.consumer().seekToBeginning(partitions);
      ends.putAll(member.logEnds(partitions));
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
    member.close();
  }
}
