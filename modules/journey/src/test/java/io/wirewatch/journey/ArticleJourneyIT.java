package io.wirewatch.journey;

import io.wirewatch.embedded.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The journey on the embedded broker. */
final class ArticleJourneyIT extends ArticleJourney {
  @TempDir Path kafka;
  private EmbeddedBroker broker;

  @BeforeEach
  @Override
  void start() throws Exception {
    broker = EmbeddedBroker.start(kafka, 0);
    super.start();
  }

  @AfterEach
  @Override
  void stop() {
    super.stop();
    broker.close();
  }

  @Override
  String bootstrapServers() {
    return broker.bootstrapServers();
  }
}
