package io.wirewatch.contract;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics that a cluster has, and those that it lacks. */
public final class ClusterTopics {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MOST_FOR_NEWS = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Admin admin;
  private final int mostPartitions;

  /** Topics seen through a client; {@code mostPartitions} caps those that are created. */
  public ClusterTopics(Admin admin, int mostPartitions) {
    this.admin = admin;
    this.mostPartitions = mostPartitions;
  }

  /**
   * Creates those that are not there yet; leaves the others as they are.
   *
   * @throws NoBrokerException where no broker answers within 10 seconds
   * @throws TopicAuthorizationException where some may neither be seen nor created; it holds their
   *     names
   */
  public void ensure(Collection<Topic<?>> wanted) {
    Set<String> present = within(admin.listTopics().names());
    List<Topic<?>> missing =
        wanted.stream().filter(topic -> !present.contains(topic.name())).toList();
    var creations =
        admin.createTopics(missing.stream().map(t -> t.asNewTopic(mostPartitions)).toList());
    Set<String> refused = new TreeSet<>();
    creations
        .values()
        .forEach(
            (name, creation) -> {
              if (!isThereAfter(creation)) {
                refused.add(name);
              }
            });
    if (!refused.isEmpty()) {
      throw new TopicAuthorizationException(refused);
    }
  }

  /**
   * Those of these that are there, by name, as they are.
   *
   * @throws NoBrokerException where no broker answers within 10 seconds
   */
  public SortedMap<String, FoundTopic> found(Collection<Topic<?>> wanted) {
    Set<String> present = within(admin.listTopics().names());
    List<String> names = wanted.stream().map(Topic::name).filter(present::contains).toList();
    Map<String, TopicDescription> shapes = there(admin.describeTopics(names).topicNameValues());
    Map<ConfigResource, Config> configs =
        there(admin.describeConfigs(names.stream().map(ClusterTopics::resource).toList()).values());
    SortedMap<String, FoundTopic> found = new TreeMap<>();
    shapes.forEach(
        (name, shape) ->
            found.put(
                name,
                FoundTopic.of(shape, configs.getOrDefault(resource(name), new Config(List.of())))));
    return found;
  }

  /**
   * Creates topics as they are wanted, so many partitions and all, and waits until a broker shows
   * them.
   *
   * @param replication copies of each partition; null for the cluster's default
   */
  public void create(Collection<Topic<?>> wanted, @Nullable Short replication) {
    within(
        admin
            .createTopics(
                wanted.stream()
                    .map(
                        topic ->
                            new NewTopic(
                                    topic.name(),
                                    Optional.of(topic.partitions()),
                                    Optional.ofNullable(replication))
                                .configs(topic.configs()))
                    .toList())
            .all());
    awaitShown(wanted);
  }

  /** The controller makes a topic, and a busy broker learns of it later. */
  private void awaitShown(Collection<Topic<?>> made) {
    Set<String> names = made.stream().map(Topic::name).collect(Collectors.toSet());
    long end = System.nanoTime() + MOST_FOR_NEWS.toNanos();
    while (!within(admin.listTopics().names()).containsAll(names)) {
      if (System.nanoTime() > end) {
        throw new KafkaException(
            "the cluster has made topics that its brokers do not show after a minute; look again with 'wirewatch topics describe'");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Gives a topic as many partitions as are wanted. */
  public void grow(Topic<?> wanted) {
    within(
        admin
            .createPartitions(Map.of(wanted.name(), NewPartitions.increaseTo(wanted.partitions())))
            .all());
  }

  /** Has a topic keep its records for as long as is wanted. */
  public void keep(Topic<?> wanted) {
    ConfigEntry kept =
        new ConfigEntry(
            TopicConfig.RETENTION_MS_CONFIG, wanted.configs().get(TopicConfig.RETENTION_MS_CONFIG));
    within(
        admin
            .incrementalAlterConfigs(
                Map.of(
                    resource(wanted.name()),
                    List.of(new AlterConfigOp(kept, AlterConfigOp.OpType.SET))))
            .all());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static boolean isThereAfter(KafkaFuture<Void> creation) {
    try {
      within(creation);
      return true;
    } catch (TopicExistsException anotherInstanceWasFaster) {
      return true;
    } catch (TopicAuthorizationException refused) {
      return false;
    }
  }

  /** Without those that were deleted since they were listed. */
  private static <K, T> Map<K, T> there(Map<K, KafkaFuture<T>> answers) {
    Map<K, T> there = new HashMap<>();
    answers.forEach(
        (what, answer) -> {
          try {
            there.put(what, within(answer));
          } catch (UnknownTopicOrPartitionException deleted) {
            LOG.debug("{} is there no more", what);
          }
        });
    return there;
  }

  private static <T> T within(KafkaFuture<T> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | org.apache.kafka.common.errors.TimeoutException none) {
      throw new NoBrokerException(none);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof org.apache.kafka.common.errors.TimeoutException none) {
        throw new NoBrokerException(none);
      }
      throw failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }
}
