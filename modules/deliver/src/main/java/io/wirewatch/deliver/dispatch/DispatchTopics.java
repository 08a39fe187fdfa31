package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.Incident;
import io.wirewatch.contract.GroupMember;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.stage.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Incidents as they come, and what is written of them. Of all instances one has the incidents, the
 * others stand by. For one thread.
 */
final class DispatchTopics implements AutoCloseable {
  /* The incidents lie on one partition, so the group gives them to one member. What comes in is filed and written in one
   * transaction with how far was read: each record is filed exactly once. Who takes over asks first how far was read
   * (that waits for open transactions of its predecessor), then reads the states up to the end of their log. */
  private static final Logger LOG = LoggerFactory.getLogger(DispatchTopics.class);
  private static final TopicPartition INCIDENTS = new TopicPartition(Topics.INCIDENTS.name(), 0);

  /** The broker's own least for a session, so that another takes over within ten seconds. */
  private static final GroupMember.Group GROUP =
      new GroupMember.Group(
          Dispatching.GROUP, Topics.INCIDENTS, Duration.ofSeconds(6), Duration.ofSeconds(1));

  private static final long MOST_WANTED = 50_000;

  private final Settings settings;
  private final RecordSerdes serdes;
  private final GroupMember member;
  private final PlainTopic<DeskEntry> desk;
  private final List<ProducerRecord<String, byte[]>> unreadable = new ArrayList<>();

  /** Who is told whether it has the incidents. */
  interface Owner {

    /** It has them from now on; what is known of them can be asked for. */
    void gained();

    /** It will not have them any more; what is done until this returns still counts. */
    void losing();

    /** Another has had them for some time. */
    void lost();
  }

  /** A record of {@code news.incidents}. */
  record Arrival(long offset, Incident incident, Instant taken, Headers headers) {}

  DispatchTopics(Settings settings, Owner owner) {
    this.settings = settings;
    this.serdes = new RecordSerdes(settings);
    this.member = new GroupMember(settings, GROUP, new Assignments(owner));
    this.desk = new PlainTopic<>(settings, Topics.DESK);
  }

  /** Stays in the group; what has come. */
  List<Arrival> poll(Duration patience) {
    List<Arrival> arrivals = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> message : member.consumer().poll(patience)) {
      Incident incident = incident(message);
      if (incident != null) {
        arrivals.add(
            new Arrival(
                message.offset(),
                incident,
                Instant.ofEpochMilli(message.timestamp()),
                message.headers()));
      }
    }
    return arrivals;
  }

  private @Nullable Incident incident(ConsumerRecord<String, byte[]> message) {
    try {
      Incident incident =
          serdes.of(Incident.class).deserializer().deserialize(message.topic(), message.value());
      if (incident != null) {
        return incident;
      }
      setAside(message, "a record without a value");
    } catch (SerializationException broken) {
      if (Unreadable.isPassing(broken)) {
        throw broken;
      }
      setAside(message, String.valueOf(broken.getMessage()));
    }
    return null;
  }

  private void setAside(ConsumerRecord<String, byte[]> message, String why) {
    LOG.warn("record {} of {} cannot be read: {}", message.offset(), message.topic(), why);
    ProducerRecord<String, byte[]> aside =
        new ProducerRecord<>(Topics.DEAD_LETTER.name(), message.key(), message.value());
    // As Kafka Streams says it (KIP-1034).
    Map.of(
            "topic", message.topic(),
            "partition", Integer.toString(message.partition()),
            "offset", Long.toString(message.offset()),
            "message", why)
        .forEach(
            (name, value) ->
                aside
                    .headers()
                    .add("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8)));
    unreadable.add(aside);
  }

  /** All that is known of groups. */
  Collection<DeliveryState> states() {
    Map<String, DeliveryState> states = new LinkedHashMap<>();
    try (PlainTopic<DeliveryState> topic = new PlainTopic<>(settings, Topics.DELIVERY_STATES)) {
      topic.upTo(
          end(topic.partition()),
          (at, state) -> {
            if (state == null) {
              states.remove(at.key());
            } else {
              states.put(at.key(), state);
            }
          });
    }
    return states.values();
  }

  private long end(TopicPartition partition) {
    return Objects.requireNonNull(member.logEnds(List.of(partition)).get(partition));
  }

  /** The first record that nobody has filed. */
  long position() {
    return member.consumer().position(INCIDENTS);
  }

  /**
   * Incidents that were filed before.
   *
   * @param oldest from there on they are needed
   * @param since from then on they are wanted, as far as there are not too many
   */
  void again(long oldest, Optional<Instant> since, PlainTopic.Taker<Incident> taker) {
    long end = position();
    try (PlainTopic<Incident> topic = new PlainTopic<>(settings, Topics.INCIDENTS)) {
      long wanted = since.map(time -> Math.max(topic.at(time), end - MOST_WANTED)).orElse(end);
      topic.from(Math.min(oldest, wanted));
      topic.upTo(
          end,
          (at, incident) -> {
            if (at.offset() < end) {
              taker.take(at, incident);
            }
          });
    }
  }

  /** What was decided at desks until now. */
  void wholeDesk(PlainTopic.Taker<DeskEntry> taker) {
    desk.from(0);
    desk.upTo(end(desk.partition()), taker);
  }

  /** What was decided since. */
  void desk(PlainTopic.Taker<DeskEntry> taker) {
    desk.news(taker);
  }

  /**
   * Whether the group has said just now that this instance has what it has.
   *
   * @see GroupMember#isConfirmed
   */
  boolean isConfirmed() {
    return member.isConfirmed();
  }

  long confirmedUntilNanos() {
    return member.confirmedUntilNanos();
  }

  /**
   * Writes what changed, and how far the incidents are filed, all or none.
   *
   * @throws KafkaException as {@link GroupMember#write}
   */
  void write(Changes changes, Groups groups) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(unreadable);
    for (String key : changes.states()) {
      Group group = groups.of(key);
      records.add(message(Topics.DELIVERY_STATES, key, group == null ? null : group.state()));
    }
    changes
        .log()
        .forEach(
            line ->
                records.add(
                    message(
                        Topics.DELIVERIES, Group.key(line.getTarget(), line.getGroup()), line)));
    changes.failed().forEach(failed -> records.add(message(failed)));
    changes.desk().forEach(entry -> records.add(message(Topics.DESK, entry.getId(), entry)));
    member.write(records);
    unreadable.clear();
  }

  private ProducerRecord<String, byte[]> message(io.wirewatch.FailedDelivery failed) {
    String key = Group.key(failed.getTarget(), failed.getMessage());
    return message(Topics.FAILED_DELIVERIES, key, failed);
  }

  private <V extends SpecificRecord> ProducerRecord<String, byte[]> message(
      Topic<V> topic, String key, @Nullable V value) {
    return new ProducerRecord<>(
        topic.name(),
        key,
        value == null
            ? null
            : serdes.of(SpecificRecord.class).serializer().serialize(topic.name(), value));
  }

  /** Whether something is to be written that is in no {@link Changes}. */
  boolean hasUnreadable() {
    return !unreadable.isEmpty();
  }

  @Override
  public void close() {
    member.close();
    desk.close();
  }

  /** What the group tells. */
  private record Assignments(Owner owner) implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.contains(INCIDENTS)) {
        owner.gained();
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (partitions.contains(INCIDENTS)) {
        owner.losing();
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      if (partitions.contains(INCIDENTS)) {
        owner.lost();
      }
    }
  }
}
