package io.wirewatch.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.testcontainers.kafka.KafkaContainer;

/** The journey on a broker in a container, fresh for each test; run with {@code -Pcontainers}. */
@Tag("containers")
final class ContainerJourneyIT extends ArticleJourney {
  private KafkaContainer kafka;

  @BeforeEach
  @Override
  void start() throws Exception {
    kafka = new KafkaContainer("apache/kafka:4.3.1");
    kafka.start();
    super.start();
  }

  @AfterEach
  @Override
  void stop() {
    super.stop();
    kafka.stop();
  }

  @Override
  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }
}
