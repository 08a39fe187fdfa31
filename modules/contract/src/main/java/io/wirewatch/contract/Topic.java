package io.wirewatch.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * One topic, as wirewatch creates it. Keys are article ids as UTF-8 strings.
 *
 * @param name the topic's name
 * @param value the Avro record that every value is; null where values are bytes as they came
 * @param partitions how many partitions a new topic gets
 * @param retention how long a record is kept, counted from when the broker took it; null where the
 *     topic is compacted: the newest record of each key is kept for ever
 * @param maxRecordBytes the largest record batch that the broker takes
 */
public record Topic<V>(
    String name,
    @Nullable Class<V> value,
    int partitions,
    @Nullable Duration retention,
    int maxRecordBytes) {

  private static final int MEBIBYTE = 1024 * 1024;
  // Of a batch, of a record in it and of the Avro around texts.
  private static final int MOST_OVERHEAD_BYTES = 4 * 1024;

  static <V> Topic<V> topic(String name, @Nullable Class<V> value) {
    // Behind the raw articles a record may hold one whole, and more.
    return new Topic<>(name, value, 6, Duration.ofDays(30), 5 * MEBIBYTE);
  }

  static <V> Topic<V> compacted(String name, Class<V> value) {
    return new Topic<>(name, value, 1, null, 5 * MEBIBYTE);
  }

  /** The same with so many partitions. */
  public Topic<V> partitions(int count) {
    return new Topic<>(name, value, count, retention, maxRecordBytes);
  }

  /** The same with records kept for so long; null for a compacted topic. */
  public Topic<V> retention(@Nullable Duration kept) {
    return new Topic<>(name, value, partitions, kept, maxRecordBytes);
  }

  /**
   * Whether the broker takes a record of this size, however badly it packs: {@link
   * #maxRecordBytes()} is about what is packed, and what one cluster packs another may not.
   *
   * @param bytes of key, value and headers, as {@link RecordSize} counts them
   */
  public boolean takes(long bytes) {
    return bytes <= maxRecordBytes - MOST_OVERHEAD_BYTES;
  }

  Topic<V> maxRecordMebibytes(int most) {
    return new Topic<>(name, value, partitions, retention, most * MEBIBYTE);
  }

  /** How the broker is asked to make this topic; replication is the broker's default. */
  NewTopic asNewTopic(int mostPartitions) {
    NewTopic topic =
        new NewTopic(name, Optional.of(Math.min(partitions, mostPartitions)), Optional.empty());
    return topic.configs(configs());
  }

  /** What it is told of the broker's own settings, under their names. */
  public Map<String, String> configs() {
    Map<String, String> configs = new LinkedHashMap<>();
    if (retention == null) {
      configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    } else {
      configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
    // Stages hand event times on, and an article may be a year old when it is replayed: by its own
    // time it would be deleted at once. The event time is in the record.
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    return configs;
  }
}
