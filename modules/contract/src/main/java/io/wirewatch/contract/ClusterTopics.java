package io.wirewatch.contract;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that a cluster has, and those that it lacks. */
public final class ClusterTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
   */
  public void ensure(Collection<Topic<?>> wanted) {
    Set<String> present = within(admin.listTopics().names());
    List<Topic<?>> missing =
        wanted.stream().filter(topic -> !present.contains(topic.name())).toList();
    var creations =
        admin.createTopics(missing.stream().map(t -> t.asNewTopic(mostPartitions)).toList());
    creations.values().values().forEach(ClusterTopics::awaitCreation);
  }

  private static void awaitCreation(KafkaFuture<Void> creation) {
    try {
      within(creation);
    } catch (TopicExistsException anotherInstanceWasFaster) {
      // That is as good.
    }
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
