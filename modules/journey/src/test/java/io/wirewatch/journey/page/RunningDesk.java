package io.wirewatch.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.contract.Topics;
import io.wirewatch.journey.faults.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** {@code wirewatch up} as a process, on ports of its own, kept over restarts. */
final class RunningDesk implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("../../wirewatch").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path directory;
  private final Map<String, String> environment;
  private final List<String> inputs;
  private final int port;
  private final int kafkaPort;
  private final int registryPort;
  private Process process;

  /** Starts it in that directory, with these inputs; none: nothing is read. */
  RunningDesk(Path directory, String... inputs) throws IOException {
    this(directory, Map.of(), inputs);
  }

  /** The same with more in its environment. */
  RunningDesk(Path directory, Map<String, String> environment, String... inputs)
      throws IOException {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.inputs = List.of(inputs);
    Ports ports = new Ports();
    this.port = ports.next();
    this.kafkaPort = ports.next();
    this.registryPort = ports.next();
    this.process = start();
  }

  /** Starts it over the bundled samples. */
  static RunningDesk overSamples(Path directory) throws IOException {
    List<String> names = List.of("english.jsonl", "arabic.jsonl", "kurdish.jsonl");
    for (String name : names) {
      // Beside it, so that it names them without a path.
      Files.copy(Path.of("../../samples", name), directory.resolve(name));
    }
    return new RunningDesk(directory, names.toArray(String[]::new));
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString(), "up"));
    command.addAll(inputs);
    command.addAll(List.of("--data", "kept", "--port", "" + port));
    command.addAll(List.of("--kafka-port", "" + kafkaPort, "--registry-port", "" + registryPort));
    Process started = start(new ProcessBuilder(command).directory(directory.toFile()));
    awaitAnswer(started);
    return started;
  }

  private Process start(ProcessBuilder builder) throws IOException {
    builder
        .environment()
        .putAll(
            Map.of(
                "WIREWATCH_LOG", directory.resolve("wirewatch.log").toString(),
                "WIREWATCH_METRICS_PORT", "0",
                "LC_ALL", "C.UTF-8",
                "WIREWATCH_JAVA_OPTS", "-XX:TieredStopAtLevel=1"));
    builder.environment().putAll(environment);
    return builder
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private void awaitAnswer(Process started) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      assertThat(started.isAlive() && System.nanoTime() < end).as(said()).isTrue();
      pause(100);
    }
  }

  private boolean answers() {
    try {
      // 401: one has to sign in.
      return Set.of(200, 401).contains(get("/api/session").statusCode());
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where the page is; ends with a slash. */
  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** How Kafka is reached. */
  Map<String, String> settings() {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + kafkaPort,
        "schema.registry.url",
        "http://127.0.0.1:" + registryPort);
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(address()).resolve(path)));
  }

  /** Waits until so many alerts are shown. */
  void awaitAlerts(int count) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (alerts().size() < count) {
      assertThat(System.nanoTime()).as("alerts: %d", alerts().size()).isLessThan(end);
      pause(200);
    }
  }

  private JsonNode alerts() throws IOException {
    return JSON.readTree(get("/api/picture").body()).path("alerts");
  }

  /** The id of some article that alerted. */
  String anAlertedArticle() {
    try {
      return alerts().get(0).path("article").asText();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Waits for the alert of an article with that headline on its topic; when, in nanoseconds. */
  long alertRecorded(String headline) {
    Map<String, Object> config = new HashMap<>(settings());
    config.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ALERTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        for (var message : consumer.poll(Duration.ofMillis(50))) {
          if (new String(message.value(), StandardCharsets.UTF_8).contains(headline)) {
            return System.nanoTime();
          }
        }
      }
    }
    throw new AssertionError("no alert of " + headline);
  }

  /** Publishes one article, as a producer does. */
  void publish(String json) throws IOException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(address()).resolve("/articles"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Ends the process, as Ctrl-C does. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not stop: " + said());
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Starts it again where it was, with what it kept. */
  void startAgain() throws IOException {
    process = start();
  }

  private String said() {
    try {
      return Files.readString(directory.resolve("err"));
    } catch (IOException nothing) {
      return "nothing";
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
