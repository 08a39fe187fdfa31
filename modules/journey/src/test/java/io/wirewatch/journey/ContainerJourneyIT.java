package io.wirewatch.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.testcontainers.kafka.KafkaContainer;

/** The journey on a broker in a container, fresh for each test; run with {@code -Pcontainers}. */
@Tag("containers")
final class ContainerJourneyIT extends ArticleJourney {
  private KafkaContainer kafka;

  @Override
  Cluster startCluster(Path directory) throws Exception {
    kafka = new KafkaContainer("apache/kafka:4.3.1");
    kafka.start();
    return Cluster.onBroker(kafka.getBootstrapServers(), directory);
  }

  @AfterEach
  @Override
  void stop() {
    super.stop();
    kafka.stop();
  }
}
