package io.wirewatch.dashboard.picture;

import io.wirewatch.contract.Fingerprint;
import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The watched topics of a cluster, read by who is in no group: committed records only, of each
 * partition the newest on from when it was found. For one thread.
 */
final class WatchedTopics implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A broker that has just started may not know its topics yet. */
  private static final int MOST_ABSENCES = 5;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Admin admin;
  private final Picture.Bounds bounds;
  private final Map<Watched, TopicDescription> known = new EnumMap<>(Watched.class);
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private int absences;

  /** Is told from where on partitions are read. */
  interface Beginning {
    void begins(Watched topic, String life, long[] from);
  }

  WatchedTopics(Settings settings, Picture.Bounds bounds) {
    this.bounds = bounds;
    consumer =
        new KafkaConsumer<>(
            config(settings), new StringDeserializer(), new ByteArrayDeserializer());
    admin = Admin.create(settings.asClientConfig());
  }

  private static Map<String, Object> config(Settings settings) {
    Map<String, Object> config = settings.asReaderConfig("wirewatch-dashboard");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // What is gone before it was read leaves a hole in the picture: it has to be read anew.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return config;
  }

  /**
   * Looks for topics and partitions that are new, and begins to read them.
   *
   * @return whether those that were known are there still, and the same
   * @throws KafkaException where the cluster does not answer
   */
  boolean look(Beginning beginning) {
    Map<Watched, TopicDescription> found = described();
    if (!found.keySet().containsAll(known.keySet())) {
      return ++absences < MOST_ABSENCES;
    }
    absences = 0;
    for (Map.Entry<Watched, TopicDescription> topic : found.entrySet()) {
      TopicDescription before = known.get(topic.getKey());
      TopicDescription now = topic.getValue();
      if (before != null && !before.topicId().equals(now.topicId())) {
        return false;
      }
      if (before == null || before.partitions().size() < now.partitions().size()) {
        begin(topic.getKey(), now, beginning);
        known.put(topic.getKey(), now);
      }
    }
    return true;
  }

  private Map<Watched, TopicDescription> described() {
    List<String> names = Stream.of(Watched.values()).map(Watched::topic).toList();
    Map<Watched, TopicDescription> found = new EnumMap<>(Watched.class);
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach((name, answer) -> describe(Watched.named(name), answer, found));
    return found;
  }

  private static void describe(
      Watched topic, KafkaFuture<TopicDescription> answer, Map<Watched, TopicDescription> found) {
    try {
      found.put(topic, answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw failed.getCause() instanceof KafkaException known
            ? known
            : new KafkaException("topics cannot be described", failed.getCause());
      }
    } catch (java.util.concurrent.TimeoutException late) {
      throw new TimeoutException("the cluster does not answer", late);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private void begin(Watched topic, TopicDescription now, Beginning beginning) {
    List<TopicPartition> partitions =
        IntStream.range(0, now.partitions().size())
            .mapToObj(number -> new TopicPartition(now.name(), number))
            .toList();
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    long[] from =
        partitions.stream()
            .mapToLong(one -> from(topic, partitions.size(), offset(first, one), offset(end, one)))
            .toArray();
    List<TopicPartition> all = new ArrayList<>(consumer.assignment());
    List<TopicPartition> added =
        partitions.stream().filter(partition -> !all.contains(partition)).toList();
    all.addAll(added);
    consumer.assign(all);
    added.forEach(partition -> consumer.seek(partition, from[partition.partition()]));
    added.forEach(partition -> ends.put(partition, offset(end, partition)));
    String life = Fingerprint.of(now.topicId().toString()).substring(0, 8);
    beginning.begins(topic, life, from);
  }

  private long from(Watched topic, int partitions, long first, long end) {
    return switch (topic) {
      case DESK -> first;
      case ALERTS, INCIDENTS -> Math.max(first, end - share(bounds.alerts(), partitions));
      case ARTICLES -> Math.max(first, end - share(bounds.articles(), partitions));
    };
  }

  /**
   * Offsets of a partition that hold its part of so many records: partitions are not filled evenly,
   * and ends of transactions take offsets too.
   */
  static long share(int most, int partitions) {
    return 2L * most / partitions + 200;
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }

  /** What has come; waits for it a moment. */
  ConsumerRecords<String, byte[]> poll(Duration moment) {
    if (known.isEmpty()) {
      return ConsumerRecords.empty();
    }
    return consumer.poll(moment);
  }

  /** The partitions that are read. */
  Collection<TopicPartition> partitions() {
    return consumer.assignment();
  }

  /** What comes next in a partition lies there, or further on. */
  long position(TopicPartition partition) {
    return consumer.position(partition);
  }

  /** Whether all that there was when partitions were found has been read. */
  boolean isAtEnds() {
    ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    return ends.isEmpty();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    admin.close(Duration.ofSeconds(1));
  }
}
