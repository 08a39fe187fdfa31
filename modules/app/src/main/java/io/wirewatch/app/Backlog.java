package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.dispatch.Dispatching;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.enrich.EnrichConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** What the stages have still to do, asked of the cluster itself. */
final class Backlog {
  private final Admin admin;

  Backlog(Admin admin) {
    this.admin = admin;
  }

  /**
   * Whether all stages have committed all that they were given, and the follower has read all that
   * they made of it.
   */
  boolean isEmpty(Follower follower) {
    return done(Topics.RAW_ARTICLES.name(), EnrichConfig.NAME)
        && done(EnrichConfig.REPARTITION, EnrichConfig.NAME)
        && done(Topics.ENRICHED_ARTICLES.name(), AlertConfig.NAME)
        && done(Topics.ALERTS.name(), IncidentConfig.NAME)
        && done(IncidentConfig.REPARTITION, IncidentConfig.NAME)
        && reached(follower.positions());
  }

  /** Whether all incidents are filed for their targets; of what is filed, targets are told. */
  boolean isFiled() {
    return done(Topics.INCIDENTS.name(), Dispatching.GROUP);
  }

  private boolean done(String topic, String group) {
    try {
      TopicDescription described =
          admin.describeTopics(List.of(topic)).topicNameValues().values().iterator().next().get();
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return reached(
          described.partitions().stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .collect(Collectors.toMap(p -> p, p -> offset(committed.get(p)))));
    } catch (ExecutionException failed) {
      throw new KafkaException("cannot ask how far " + group + " is", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private boolean reached(Map<TopicPartition, Long> positions) {
    try {
      // What a transaction wrote that is about to end is counted too: its partitions learn of the
      // end one after the other, and the group's offset may be there before the output is.
      return admin
          .listOffsets(
              positions.keySet().stream()
                  .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .entrySet()
          .stream()
          .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue().offset());
    } catch (ExecutionException failed) {
      throw new KafkaException("cannot ask where the topics end", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }
}
