package io.wirewatch.alert;

import io.wirewatch.PublishedRule;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.stage.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the published rules, committed records only. Not thread-safe. */
public final class RuleTopic implements AutoCloseable {
  /* Where committed records end, no publication is under way: it is one transaction, and what lies behind the start of an
   * open one is not shown. So whoever looks at the rules only there never sees half a set, whatever was compacted away
   * before. In between, rules of the next set already stand beside the seal of the last. */

  /** Key of the seal. */
  public static final String SEAL = "#set";

  /** What keys of instances begin with. */
  public static final String RUNNING = "#running/";

  private static final Logger LOG = LoggerFactory.getLogger(RuleTopic.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES.name(), 0);

  private final KafkaConsumer<String, PublishedRule> consumer;
  private final SortedMap<String, PublishedRule> rules = new TreeMap<>();
  private final SortedMap<String, String> running = new TreeMap<>();
  private @Nullable PublishedRule seal;
  private long sealedAt = -1;

  /** Begins at the oldest record. */
  public RuleTopic(Settings settings) {
    Deserializer<PublishedRule> values =
        new RecordSerdes(settings).of(PublishedRule.class).deserializer();
    consumer = new KafkaConsumer<>(settings.asReaderConfig(), new StringDeserializer(), values);
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
  }

  /** For who reads it to its end, once. */
  public static RuleTopic once(Settings settings) {
    // At the end the client asks for more all the same, and closing waits for that answer.
    return new RuleTopic(settings.with(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "5")));
  }

  /** Reads all that is there now; nothing where the topic is not there. */
  public void readToEnd() {
    if (consumer.partitionsFor(PARTITION.topic()).isEmpty()) {
      return;
    }
    long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    while (consumer.position(PARTITION) < end || consumer.currentLag(PARTITION).orElse(0) > 0) {
      poll(Duration.ofMillis(100));
    }
  }

  /** Forgets what it has read, and reads all again. */
  void readAgain() {
    rules.clear();
    running.clear();
    seal = null;
    consumer.seekToBeginning(List.of(PARTITION));
    readToEnd();
  }

  /** Waits for something to come, then reads all that is there; whether anything has come. */
  boolean follow(Duration patience) {
    boolean any = poll(patience);
    if (any) {
      readToEnd();
    }
    return any;
  }

  private boolean poll(Duration patience) {
    boolean any = false;
    try {
      for (ConsumerRecord<String, PublishedRule> record : consumer.poll(patience)) {
        take(record.key(), record.value(), record.offset());
        any = true;
      }
    } catch (RecordDeserializationException unreadable) {
      if (Unreadable.isPassing(unreadable)) {
        throw unreadable;
      }
      skip(unreadable);
      any = true;
    }
    return any;
  }

  /** What such a record was before holds no more, so the set that it belongs to is not whole. */
  private void skip(RecordDeserializationException unreadable) {
    LOG.error("record {} of {} cannot be read", unreadable.offset(), PARTITION, unreadable);
    if (unreadable.keyBuffer() != null) {
      String key = StandardCharsets.UTF_8.decode(unreadable.keyBuffer().duplicate()).toString();
      take(key, null, unreadable.offset());
    }
    consumer.seek(PARTITION, unreadable.offset() + 1);
  }

  /** Ends a {@link #follow} of another thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  /** Every rule that is there, by id; whether they are a set, the seal says. */
  SortedMap<String, PublishedRule> rules() {
    return Collections.unmodifiableSortedMap(rules);
  }

  /**
   * The rules of the published set, by id; empty where none was ever published, or what is there is
   * not what its seal speaks of.
   */
  public Optional<SortedMap<String, PublishedRule>> set() {
    boolean whole = seal != null && seal.getCount() != null && seal.getCount() == rules.size();
    return whole ? Optional.of(rules()) : Optional.empty();
  }

  /** Hash of the last sealed set. */
  public Optional<String> hash() {
    return Optional.ofNullable(seal).map(PublishedRule::getVersion);
  }

  /** Offset of the seal that was read last; -1 where there was none. */
  long sealedAt() {
    return sealedAt;
  }

  /** Which set each instance said that it runs: hash by client id. */
  public SortedMap<String, String> running() {
    return Collections.unmodifiableSortedMap(running);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void take(String key, @Nullable PublishedRule value, long offset) {
    if (key.equals(SEAL)) {
      seal = value;
      sealedAt = offset;
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
