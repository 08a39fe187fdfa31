package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;

/** Every stage in the image that docker/ builds; run with {@code -Pcontainers}. */
@Tag("containers")
final class ContainerImageIT {
  private static final String[] CLUSTER = {
    "--bootstrap-servers", "kafka:19092", "--schema-registry", "http://registry:8081"
  };

  private Network network;
  private KafkaContainer kafka;
  private WirewatchContainer registry;
  private WirewatchContainer ingest;
  private WirewatchContainer enrich;
  private WirewatchContainer alert;

  @BeforeEach
  void start() {
    network = Network.newNetwork();
    kafka =
        new KafkaContainer("apache/kafka:4.3.1").withNetwork(network).withListener("kafka:19092");
    kafka.start();
    registry =
        new WirewatchContainer(
                network,
                "registry",
                "registry",
                "--host",
                "0.0.0.0",
                "--data",
                "/var/lib/wirewatch")
            .withExposedPorts(8081);
    registry.start();
    ingest = stage("ingest", "http", "--host", "0.0.0.0").withExposedPorts(8080);
    enrich = stage("enrich");
    alert = stage("alert");
    Stream.of(ingest, enrich, alert).parallel().forEach(WirewatchContainer::start);
  }

  @AfterEach
  void stop() {
    Stream.of(alert, enrich, ingest, registry, kafka).parallel().forEach(part -> part.stop());
    network.close();
  }

  @Test
  void article_posted_alertsAndStagesSayWhenTheyNoLongerWork() throws Exception {
    assertThat(
            post(
                "{\"source\":\"Basin News\",\"headline\":\"Gate\",\"body\":\"The border is open.\"}"))
        .isEqualTo(202);

    PlainReader reader =
        new PlainReader(
            kafka.getBootstrapServers(), "http://127.0.0.1:" + registry.getMappedPort(8081));
    assertThat(reader.values("news.alerts", 1))
        .singleElement()
        .extracting((GenericRecord found) -> found.get("rule").toString())
        .isEqualTo("border");

    // Nothing outside of the places meant for it can be written, and nobody is root.
    assertThat(enrich.run("test $(id -u) -ne 0")).isZero();
    assertThat(enrich.run("touch /opt/wirewatch/x /etc/x")).isNotZero();

    assertThat(enrich.isWorking()).isTrue();
    kafka.stop();
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (enrich.isWorking() && System.nanoTime() < end) {
      // Each look is a process in the container.
      Thread.sleep(1_000);
    }
    assertThat(enrich.isRunning()).isTrue();
    assertThat(enrich.isWorking()).isFalse();
  }

  private WirewatchContainer stage(String... words) {
    return new WirewatchContainer(
        network,
        words[0],
        Stream.concat(Stream.of(words), Stream.of(CLUSTER)).toArray(String[]::new));
  }

  private int post(String article) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + ingest.getMappedPort(8080) + "/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(article))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
