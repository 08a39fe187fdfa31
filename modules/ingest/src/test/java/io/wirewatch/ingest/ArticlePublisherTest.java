package io.wirewatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticlePublisherTest {

  @Test
  void producerConfig_isIdempotentWhateverUsersSet() {
    Map<String, Object> config = config(Map.of("acks", "0", "enable.idempotence", "false"));

    assertThat(config).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
  }

  @Test
  void producerConfig_hasOneBatchUnderWayWhateverUsersSet() {
    assertThat(config(Map.of("max.in.flight.requests.per.connection", "5")))
        .containsEntry("max.in.flight.requests.per.connection", 1);
  }

  @Test
  void producerConfig_takesUsersSettingsBeforeDefaults() {
    assertThat(config(Map.of("compression.type", "zstd")))
        .containsEntry("compression.type", "zstd");
  }

  private static Map<String, Object> config(Map<String, String> options) {
    return ArticlePublisher.producerConfig(Settings.of(Map.of(), Map.of(), options));
  }
}
