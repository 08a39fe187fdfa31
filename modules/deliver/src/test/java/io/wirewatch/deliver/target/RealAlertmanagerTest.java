package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.MessageKind;
import io.wirewatch.deliver.target.Target.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against Prometheus' own Alertmanager, where it is installed. */
@Timeout(60)
final class RealAlertmanagerTest {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/prometheus-alertmanager"), Path.of("/usr/bin/alertmanager"));

  @TempDir private Path folder;
  private Process process;
  private URI address;

  @BeforeEach
  void start() throws Exception {
    Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(program.isPresent(), "skipped: no prometheus-alertmanager here (Debian has it)");
    Path config = folder.resolve("alertmanager.yml");
    Files.writeString(config, "route: {receiver: none}\nreceivers: [{name: none}]\n");
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + port);
    process =
        new ProcessBuilder(
                program.get().toString(),
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (!isReady()) {
      assertThat(process.isAlive()).as(() -> log()).isTrue();
      // A program of others, which tells nobody when it is up.
      Thread.sleep(50);
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void alert_firesUntilItIsTakenBack() throws Exception {
    try (AlertmanagerTarget target = target()) {
      assertThat(target.send(anIncident().by("وكالة").matching("border", "border").first()))
          .isInstanceOf(Answer.Taken.class);
      JsonNode firing = new ObjectMapper().readTree(get("/api/v2/alerts"));
      assertThat(firing).hasSize(1);
      assertThat(firing.at("/0/labels/alertname").asText()).isEqualTo("border");
      assertThat(firing.at("/0/labels/source").asText()).isEqualTo("وكالة");
      assertThat(firing.at("/0/status/state").asText()).isEqualTo("active");

      assertThat(
              target.send(anIncident().by("وكالة").takenBack().told(MessageKind.RETRACTION, null)))
          .isInstanceOf(Answer.Taken.class);

      assertThat(new ObjectMapper().readTree(get("/api/v2/alerts"))).isEmpty();
    }
  }

  private AlertmanagerTarget target() {
    HttpSettings http =
        new HttpSettings(address, Duration.ofSeconds(10), Map.of(), Optional.empty(), List.of());
    return new AlertmanagerTarget(http, Duration.ofDays(1), Clock.systemUTC());
  }

  private boolean isReady() throws IOException, InterruptedException {
    try {
      return get("/-/ready").contains("OK");
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException none) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
