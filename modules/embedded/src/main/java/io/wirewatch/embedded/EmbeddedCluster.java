package io.wirewatch.embedded;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * A broker and a schema registry, in the folders {@code kafka} and {@code registry} of one
 * directory. Their addresses stay the same until it is closed. Not thread-safe.
 */
public final class EmbeddedCluster implements AutoCloseable {
  private final Path kafka;
  private final Map<String, Object> brokerSettings;
  private final EmbeddedRegistry registry;
  private final Settings settings;
  private EmbeddedBroker broker;

  private EmbeddedCluster(
      Path kafka,
      Map<String, Object> brokerSettings,
      EmbeddedRegistry registry,
      EmbeddedBroker broker) {
    this.kafka = kafka;
    this.brokerSettings = brokerSettings;
    this.registry = registry;
    this.broker = broker;
    this.settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of(
                Cluster.BOOTSTRAP_SERVERS.key(), broker.bootstrapServers(),
                Cluster.REGISTRY_URL.key(), registry.url()));
  }

  /** Starts both, on ports that are free. */
  public static EmbeddedCluster start(Path directory) {
    return start(directory, 0, 0, Map.of());
  }

  /**
   * Starts both, the registry first; it ends again where the broker does not start.
   *
   * @param directory where the folders are, or will be
   * @param kafkaPort where clients connect to the broker; 0 for any that is free
   * @param registryPort where the registry listens; 0 for any that is free
   * @param brokerSettings more of a broker's own settings, which win over ours
   * @throws PortInUseException where another process listens at one of the ports
   * @throws KafkaException where the broker cannot start
   */
  public static EmbeddedCluster start(
      Path directory, int kafkaPort, int registryPort, Map<String, Object> brokerSettings) {
    EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"), registryPort);
    try {
      Path kafka = directory.resolve("kafka");
      EmbeddedBroker broker = EmbeddedBroker.start(kafka, kafkaPort, brokerSettings);
      return new EmbeddedCluster(kafka, Map.copyOf(brokerSettings), registry, broker);
    } catch (Throwable failed) { // Kafka's broker is Scala, which declares no exceptions.
      registry.close();
      throw failed;
    }
  }

  /** Where clients connect to the broker, as {@code host:port}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The registry's address, for {@code schema.registry.url}. */
  public String registryUrl() {
    return registry.url();
  }

  /** Both addresses, as clients take them, and nothing else. */
  public Settings settings() {
    return settings;
  }

  /**
   * Creates those of these topics that are not there yet.
   *
   * @param mostPartitions none is created with more
   */
  public void createTopics(Collection<Topic<?>> wanted, int mostPartitions) {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, mostPartitions).ensure(wanted);
    }
  }

  /** Ends the broker alone; {@link #startBroker} starts it again. */
  public void stopBroker() {
    broker.close();
  }

  /**
   * Starts the broker again after {@link #stopBroker}: where it was, with what it held.
   *
   * @throws PortInUseException where another process has taken its port
   */
  public void startBroker() {
    broker = EmbeddedBroker.start(kafka, broker.port(), brokerSettings);
  }

  /** Ends both, the registry also where the broker does not end. A second time is harmless. */
  @Override
  public void close() {
    try (registry) {
      broker.close();
    }
  }
}
