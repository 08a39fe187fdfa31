package io.wirewatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.Topics;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedClusterIT {
  private static final String BROKER_SETTING = "group.min.session.timeout.ms";

  @TempDir Path directory;

  @Test
  void broker_stoppedAndStarted_isWhereItWasWithItsTopicsAndSettings() throws Exception {
    try (EmbeddedCluster cluster =
        EmbeddedCluster.start(directory, 0, 0, Map.of(BROKER_SETTING, "999"))) {
      String before = cluster.bootstrapServers();
      cluster.createTopics(List.of(Topics.DESK), 1);

      cluster.stopBroker();
      assertFree(port("kafka://" + before));
      cluster.startBroker();

      assertThat(cluster.bootstrapServers()).isEqualTo(before);
      try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
        assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
            .contains(Topics.DESK.name());
        assertThat(ofBroker(admin, BROKER_SETTING)).isEqualTo("999");
      }
    }
  }

  @Test
  void settings_reachBoth() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory);
        Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      new SchemaRegistry(cluster.settings().asClientConfig()).ping();

      assertThat(admin.describeCluster().nodes().get(10, TimeUnit.SECONDS))
          .singleElement()
          .satisfies(
              node ->
                  assertThat(node.host() + ":" + node.port())
                      .isEqualTo(cluster.bootstrapServers()));
    }
    assertThat(directory.resolve("kafka").resolve("meta.properties")).exists();
  }

  @Test
  void close_whileTheBrokerIsStoppedAndOnceMore_leavesNobodyListening() throws Exception {
    EmbeddedCluster cluster = EmbeddedCluster.start(directory);
    cluster.stopBroker();

    cluster.close();
    cluster.close();

    assertFree(port("kafka://" + cluster.bootstrapServers()));
    assertFree(port(cluster.registryUrl()));
  }

  @Test
  void start_brokersPortTaken_leavesNoRegistry() throws Exception {
    int registryPort = freePort();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedCluster.start(directory, port, registryPort, Map.of()))
          .isInstanceOfSatisfying(
              PortInUseException.class, refused -> assertThat(refused.port()).isEqualTo(port));
    }
    assertFree(registryPort);
  }

  private static String ofBroker(Admin admin, String setting) throws Exception {
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
    return admin
        .describeConfigs(List.of(broker))
        .all()
        .get(10, TimeUnit.SECONDS)
        .get(broker)
        .get(setting)
        .value();
  }

  private static int port(String address) {
    return URI.create(address).getPort();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Throws where somebody listens. */
  private static void assertFree(int port) throws IOException {
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }
}
