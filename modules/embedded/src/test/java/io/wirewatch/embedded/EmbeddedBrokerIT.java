package io.wirewatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerIT {
  @TempDir Path directory;

  @Test
  void topic_brokerRestarted_isStillThere() throws Exception {
    long t0 = System.nanoTime();
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
    System.out.println("up " + (System.nanoTime() - t0) / 1e9);
      admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
    System.out.println("topic " + (System.nanoTime() - t0) / 1e9);
    t0 = System.nanoTime();
    }
    System.out.println("down " + (System.nanoTime() - t0) / 1e9);

    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains("kept");
    }
  }
}
