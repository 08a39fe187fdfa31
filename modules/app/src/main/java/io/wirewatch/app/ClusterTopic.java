package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.replay.history.TopicRange;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A topic that a cluster has and lets us see.
 *
 * @param id what the cluster calls this topic and no other, not even one of its name that comes
 *     later
 */
record ClusterTopic(Settings settings, Topic<?> topic, String id) {

  /** The topic; a refusal where it is not there. */
  static ClusterTopic of(Settings settings, Topic<?> topic) {
    return find(settings, topic)
        .orElseThrow(
            () ->
                new Refusal(
                    "the cluster has no topic %s, or does not let us see it: give another cluster with --bootstrap-servers"
                        .formatted(topic.name())));
  }

  /** The topic; empty where it is not there. */
  static Optional<ClusterTopic> find(Settings settings, Topic<?> topic) {
    Preflight.reach(settings);
    return Preflight.withBrokers(
        settings,
        admin -> {
          try {
            return admin.listTopics().listings().get().stream()
                .filter(listed -> listed.name().equals(topic.name()))
                .map(listed -> new ClusterTopic(settings, topic, listed.topicId().toString()))
                .findFirst();
          } catch (java.util.concurrent.ExecutionException failed) {
            throw new org.apache.kafka.common.KafkaException(failed.getCause());
          } catch (InterruptedException stopped) {
            throw new org.apache.kafka.common.errors.InterruptException(stopped);
          }
        });
  }

  /**
   * What it has now.
   *
   * @param from event time
   * @param takenBefore what brokers took from then on is left out
   */
  TopicRange range(Instant from, Optional<Instant> takenBefore) {
    try {
      return TopicRange.of(settings, topic, from, takenBefore);
    } catch (TimeoutException silent) {
      throw new Refusal(
          "the broker that leads a partition of %s does not say what it has within 10 seconds: start it, or wait until another leads"
              .formatted(topic.name()),
          silent);
    }
  }
}
