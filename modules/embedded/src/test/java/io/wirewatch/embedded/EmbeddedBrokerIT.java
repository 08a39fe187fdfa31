package io.wirewatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
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
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = client(broker)) {
      admin
          .createTopics(Set.of(new NewTopic("kept", 1, (short) 1)))
          .all()
          .get(10, TimeUnit.SECONDS);
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = client(broker)) {
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void start_portTaken_namesThePort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedBroker.start(directory, port))
          .isInstanceOfSatisfying(
              PortInUseException.class, refused -> assertThat(refused.port()).isEqualTo(port));
    }
  }

  private static Admin client(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
