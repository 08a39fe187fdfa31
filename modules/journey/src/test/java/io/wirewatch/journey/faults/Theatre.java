package io.wirewatch.journey.faults;

import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/** All that runs: brokers, registry, two instances of each stage. */
final class Theatre implements AutoCloseable {
  static final int SESSION_TIMEOUT_MILLIS = 10_000;
  private static final String WIREWATCH = "io.wirewatch.app.Wirewatch";
  private static final int STAGE_HEAP_MEBIBYTES = 384;
  private static final long MOST_MILLIS = 300_000;
  private static final long START_MILLIS = 180_000;
  private static final List<String> ROUTES = Subject.ROUTED.stream().map(Subject::rule).toList();

  private final Path directory;
  private final Path logs;
  private final Path config;
  private final String registryUrl;
  private final Optional<SmallDisk> disk;
  private final Brokers brokers;
  private final Child registry;
  private final List<Child> stages = new ArrayList<>();
  private final Supervisor supervisor;

  /**
   * Starts everything, one after the other; returns when all serve.
   *
   * @param directory for data and logs
   * @param smallDisk whether the last broker has little room
   */
  Theatre(Path directory, boolean smallDisk) throws InterruptedException {
    this.directory = directory;
    this.logs = directory.resolve("logs");
    this.config = directory.resolve("wirewatch.properties");
    Ports ports = new Ports();
    int registryPort = ports.next();
    registryUrl = "http://127.0.0.1:" + registryPort;
    createDirectories();
    disk = smallDisk ? Optional.of(SmallDisk.at(fullDisk())) : Optional.empty();
    brokers = new Brokers(directory.resolve("kafka"), logs, ports);
    awaitWhole();
    registry = child("registry", registryCommand(registryPort)).start();
    registry.awaitLine("registry at", START_MILLIS);
    writeConfig();
    createTopics();
    for (String name : List.of("enrich-1", "enrich-2", "alert-1", "alert-2")) {
      Child stage = child(name, stageCommand(name)).start();
      stages.add(stage);
      // One after the other: together they would keep each other from starting on a small machine.
      stage.awaitLine("Ctrl-C stops it", START_MILLIS);
    }
    supervisor = new Supervisor(stages);
  }

  Brokers brokers() {
    return brokers;
  }

  Child registry() {
    return registry;
  }

  /** Instances of stages: two of enrich, then two of alert. */
  List<Child> stages() {
    return stages;
  }

  /** Where the instance of that name keeps its state. */
  Path state(String name) {
    return directory.resolve("state").resolve(name);
  }

  /** How often an instance ended by itself since this was last asked. */
  int fallen() {
    return supervisor.fallen();
  }

  /** Topics whose records are counted. */
  static List<String> topics() {
    return Topics.all(ROUTES).stream()
        .filter(topic -> !topic.equals(Topics.RULES))
        .map(Topic::name)
        .toList();
  }

  /** Settings of clients. */
  Map<String, String> settings() {
    return Map.of(
        "bootstrap.servers", brokers.bootstrapServers(), "schema.registry.url", registryUrl);
  }

  /** A {@code wirewatch} command against this cluster, not started yet. */
  Child command(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    return child(name, jvm().command(256, WIREWATCH, all.toArray(String[]::new)));
  }

  /** Waits until all brokers are there and every partition has all its copies. */
  void awaitWhole() throws InterruptedException {
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    while (!isWhole()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the brokers are not whole after five minutes");
      }
      Thread.sleep(500);
    }
  }

  private boolean isWhole() throws InterruptedException {
    Map<String, Object> patience =
        Map.of(
            "bootstrap.servers", brokers.bootstrapServers(),
            "default.api.timeout.ms", "5000",
            "request.timeout.ms", "3000");
    try (Admin admin = Admin.create(patience)) {
      if (admin.describeCluster().nodes().get().size() < Brokers.COUNT) {
        return false;
      }
      var names = admin.listTopics().names().get();
      return admin.describeTopics(names).allTopicNames().get().values().stream()
          .allMatch(Theatre::isWhole);
    } catch (ExecutionException | KafkaException notYet) {
      return false;
    }
  }

  private static boolean isWhole(TopicDescription topic) {
    return topic.partitions().stream().allMatch(p -> p.isr().size() == p.replicas().size());
  }

  private List<String> registryCommand(int port) {
    return jvm()
        .command(
            64,
            RegistryProcess.class.getName(),
            directory.resolve("registry").toString(),
            Integer.toString(port));
  }

  private List<String> stageCommand(String name) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                name.substring(0, name.indexOf('-')),
                "--config",
                config.toString(),
                "--set",
                "state.dir=" + state(name)));
    if (name.startsWith("alert")) {
      arguments.addAll(List.of("--rules", RuleFiles.FIRST.toString()));
    }
    return jvm().command(STAGE_HEAP_MEBIBYTES, WIREWATCH, arguments.toArray(String[]::new));
  }

  private Child child(String name, List<String> command) {
    return new Child(
        new Child.Spec(
            name,
            command,
            Map.of("WIREWATCH_LOG", logs.resolve(name + ".wirewatch.log").toString()),
            logs));
  }

  private Path fullDisk() {
    return directory.resolve("kafka").resolve("broker-" + (BrokerFaults.FullDisk.BROKER + 1));
  }

  private Jvm jvm() {
    return new Jvm(directory);
  }

  private void createDirectories() {
    try {
      Files.createDirectories(logs);
      Files.createDirectories(directory.resolve("kafka"));
      Files.writeString(
          directory.resolve("log4j2.properties"),
          """
          appender.out.type=Console
          appender.out.name=out
          appender.out.layout.type=PatternLayout
          appender.out.layout.pattern=%d{ISO8601} %-5p %c{1.} %m%n
          rootLogger.level=info
          rootLogger.appenderRef.out.ref=out
          """);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void createTopics() {
    try (Admin admin = Admin.create(new HashMap<String, Object>(settings()))) {
      new ClusterTopics(admin, 6).ensure(Topics.all(ROUTES));
    }
  }

  private void writeConfig() {
    try {
      Files.writeString(
          config,
          """
          bootstrap.servers=%s
          schema.registry.url=%s
          session.timeout.ms=%d
          heartbeat.interval.ms=2000
          """
              .formatted(brokers.bootstrapServers(), registryUrl, SESSION_TIMEOUT_MILLIS));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    supervisor.close();
    for (Child stage : stages) {
      stage.close();
    }
    registry.close();
    brokers.close();
    disk.ifPresent(SmallDisk::close);
  }
}
