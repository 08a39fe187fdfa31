package io.wirewatch.journey.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Three brokers, each its own process and a controller too; every partition is on all three. */
final class Brokers implements AutoCloseable {
  static final int COUNT = 3;
  private static final int HEAP_MEBIBYTES = 384;

  private final List<Integer> ports = new ArrayList<>();
  private final List<Integer> controllerPorts = new ArrayList<>();
  private final List<Child> children = new ArrayList<>();
  private final Path directory;

  /** Brokers that are started at once, and do not serve yet. */
  Brokers(Path directory, Path logs, Ports free) {
    this.directory = directory;
    IntStream.range(0, COUNT).forEach(i -> ports.add(free.next()));
    IntStream.range(0, COUNT).forEach(i -> controllerPorts.add(free.next()));
    String cluster = Uuid.randomUuid().toString();
    for (int i = 0; i < COUNT; i++) {
      Path properties = prepare(i, cluster);
      Child child =
          new Child(
              new Child.Spec(
                  "broker-" + (i + 1),
                  new Jvm(directory.getParent())
                      .command(HEAP_MEBIBYTES, "kafka.Kafka", properties.toString()),
                  Map.of(),
                  logs));
      children.add(child.start());
    }
  }

  Child broker(int index) {
    return children.get(index);
  }

  /** Where that broker keeps its data. */
  Path data(int index) {
    return directory.resolve("broker-" + (index + 1));
  }

  /** Where clients connect. */
  String bootstrapServers() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    for (Child child : children) {
      child.close();
    }
  }

  private Path prepare(int index, String cluster) {
    Path data = data(index);
    try {
      Files.createDirectories(data);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(index + 1)
          .setClusterId(cluster)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .run();
      Path properties = directory.resolve("broker-" + (index + 1) + ".properties");
      return Files.writeString(properties, properties(index, data));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (Exception failed) { // That is how Kafka declares it.
      throw new IllegalStateException("cannot prepare " + data, failed);
    }
  }

  private String properties(int index, Path data) {
    String voters =
        IntStream.range(0, COUNT)
            .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllerPorts.get(i))
            .collect(Collectors.joining(","));
    return """
        process.roles=broker,controller
        node.id=%d
        log.dirs=%s
        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        controller.listener.names=CONTROLLER
        controller.quorum.voters=%s
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        auto.create.topics.enable=false
        default.replication.factor=3
        min.insync.replicas=2
        offsets.topic.replication.factor=3
        offsets.topic.num.partitions=6
        transaction.state.log.replication.factor=3
        transaction.state.log.min.isr=2
        transaction.state.log.num.partitions=6
        share.coordinator.state.topic.num.partitions=1
        transaction.abort.timed.out.transaction.cleanup.interval.ms=2000
        group.initial.rebalance.delay.ms=500
        broker.session.timeout.ms=6000
        broker.heartbeat.interval.ms=1000
        replica.lag.time.max.ms=10000
        num.network.threads=2
        num.io.threads=4
        log.cleaner.dedupe.buffer.size=4194304
        log.segment.bytes=16777216
        """
        .formatted(index + 1, data, ports.get(index), controllerPorts.get(index), voters);
  }
}
