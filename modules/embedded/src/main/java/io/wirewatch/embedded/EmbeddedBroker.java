package io.wirewatch.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One real Kafka broker, its own controller, on loopback. Its log outlives it in the directory it
 * was given; a directory must not be open twice.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String CONTROLLER = "CONTROLLER";
  private static final String PROTOCOLS =
      "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and waits until it serves.
   *
   * @param directory where its log is, or will be
   * @param port where clients connect; 0 for any that is free
   * @throws PortInUseException where another process listens there
   * @throws KafkaException where the broker cannot start
   */
  public static EmbeddedBroker start(Path directory, int port) {
    return start(directory, port, Map.of());
  }

  /**
   * The same with more of a broker's own settings, which win over ours; {@code listeners} among
   * them come beside ours, under the names of their security protocols.
   */
  public static EmbeddedBroker start(Path directory, int port, Map<String, Object> more) {
    int clientPort = freePort(port);
    Map<String, Object> configs = laidOver(configs(directory, clientPort, freePort(0)), more);
    format(directory, List.of(String.valueOf(configs.get("log.dirs")).split(",")));
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(configs, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, clientPort);
  }

  /** Where clients connect, as {@code host:port}. */
  public String bootstrapServers() {
    return LOOPBACK + ":" + port;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory, List<String> logDirectories) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(directory.toString())
          .setDirectories(logDirectories)
          .run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) { // That is how Kafka declares it.
      throw new KafkaException("cannot prepare " + directory + " for a broker", failed);
    }
  }

  private static Map<String, Object> configs(Path directory, int clientPort, int controllerPort) {
    String controller = LOOPBACK + ":" + controllerPort;
    Map<String, Object> configs = new HashMap<>();
    configs.put("process.roles", "broker,controller");
    configs.put("node.id", "1");
    configs.put("log.dirs", directory.toString());
    configs.put(
        "listeners", "PLAINTEXT://" + LOOPBACK + ":" + clientPort + ",CONTROLLER://" + controller);
    configs.put("controller.listener.names", CONTROLLER);
    configs.put("controller.quorum.voters", "1@" + controller);
    configs.put("listener.security.protocol.map", PROTOCOLS);
    configs.put("auto.create.topics.enable", "false");
    configs.put("group.initial.rebalance.delay.ms", "0");
    configs.putAll(ONE_NODE);
    return configs;
  }

  /* One node needs no second copy of anything, few threads, and no buffers for a cluster's load: together this brings a
   * start from 5 seconds to 3 and the heap of an idle broker from 250 MB to 60. */
  private static final Map<String, Object> ONE_NODE =
      Map.ofEntries(
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "3"),
          Map.entry("num.recovery.threads.per.data.dir", "2"),
          Map.entry("background.threads", "2"),
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("broker.session.timeout.ms", "3000"));

  private static Map<String, Object> laidOver(Map<String, Object> ours, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(ours);
    all.putAll(more);
    if (more.containsKey("listeners")) {
      all.put("listeners", ours.get("listeners") + "," + more.get("listeners"));
    }
    return all;
  }

  private static int freePort(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      throw new PortInUseException(wanted, taken);
    }
  }
}
