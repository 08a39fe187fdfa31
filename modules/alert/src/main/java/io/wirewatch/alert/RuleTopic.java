package io.wirewatch.alert;

import io.wirewatch.PublishedRule;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the published rules, committed records only. A set counts as soon as its seal has been read
 * and everything that the seal speaks of is there: half a set is never seen. Not thread-safe.
 */
public final class RuleTopic implements AutoCloseable {
  /** Key of the seal. */
  public static final String SEAL = "#set";

  /** What keys of instances begin with. */
  public static final String RUNNING = "#running/";

  private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES.name(), 0);

  private final KafkaConsumer<String, PublishedRule> consumer;
  private final SortedMap<String, PublishedRule> rules = new TreeMap<>();
  private final SortedMap<String, String> running = new TreeMap<>();
  private @Nullable PublishedRule seal;

  /** Begins at the oldest record. */
  public RuleTopic(Settings settings) {
    Deserializer<PublishedRule> values =
        new RecordSerdes(settings).of(PublishedRule.class).deserializer();
    consumer =
        new KafkaConsumer<>(
            settings
                .with(Map.of("isolation.level", "read_committed", "enable.auto.commit", "false"))
                .asClientConfig(),
            new StringDeserializer(),
            values);
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
  }

  /** Reads all that is there now. */
  public void readToEnd() {
    long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    while (consumer.position(PARTITION) < end) {
      poll(Duration.ofMillis(100));
    }
  }

  /** Reads what has come; whether anything has. */
  boolean poll(Duration patience) {
    boolean any = false;
    for (ConsumerRecord<String, PublishedRule> record : consumer.poll(patience)) {
      take(record.key(), record.value());
      any = true;
    }
    return any;
  }

  /** Ends a {@link #poll} of another thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  /**
   * The rules of the last whole set, by id; empty where none was ever published, or the newest is
   * not whole yet.
   */
  public Optional<SortedMap<String, PublishedRule>> set() {
    boolean whole = seal != null && seal.getCount() != null && seal.getCount() == rules.size();
    return whole ? Optional.of(new TreeMap<>(rules)) : Optional.empty();
  }

  /** Hash of the last sealed set. */
  public Optional<String> hash() {
    return Optional.ofNullable(seal).map(PublishedRule::getVersion);
  }

  /** Which set each instance said that it runs: hash by client id. */
  public SortedMap<String, String> running() {
    return new TreeMap<>(running);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void take(String key, @Nullable PublishedRule value) {
    if (key.equals(SEAL)) {
      seal = value;
    } else if (key.startsWith(RUNNING)) {
      put(running, key.substring(RUNNING.length()), value == null ? null : value.getVersion());
    } else {
      put(rules, key, value);
    }
  }

  private static <V> void put(SortedMap<String, V> map, String key, @Nullable V value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }
}
