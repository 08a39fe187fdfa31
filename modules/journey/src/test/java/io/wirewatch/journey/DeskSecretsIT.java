package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.dashboard.door.UserLine;
import io.wirewatch.dashboard.web.User.Power;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens the desk is in no output, no log and no name of a thread, whatever is tried. */
final class DeskSecretsIT {
  private static final Path LOG = Path.of(System.getenv("WIREWATCH_LOG"));
  private static final String SIGNS_IN = "{\"name\":\"%s\",\"password\":\"%s\"}";

  @TempDir Path directory;
  private final Secrets secrets = new Secrets();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void passwordsAndSessions_whateverIsTried_areShownNowhere() throws Exception {
    String line = UserLine.of("amal", Power.OPERATOR, secrets.of("password").toCharArray());
    secrets.keep("hash", line.substring(line.lastIndexOf(':') + 1));
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
      Map<String, String> settings =
          Map.of(
              "bootstrap.servers", cluster.bootstrapServers(),
              "schema.registry.url", cluster.registryUrl(),
              "dashboard.users", Files.writeString(directory.resolve("users"), line).toString());
      Path file = InProcess.file(directory.resolve("set.properties"), settings);
      InProcess desk =
          InProcess.start(
              List.of("dashboard", "--port", "0", "--verbose", "--config", file.toString()));
      try (desk) {
        tryAll(DeskAtWork.address(desk).resolve("api/"));
        assertThat(secrets.seenIn(Exposed.now())).isEmpty();
      }
      assertShownNowhere(desk.end());
      assertThat(log()).contains("amal signed in from", "no right password from");
    }
  }

  @Test
  void password_inTheFileInPlaceOfItsHash_isNotRepeated() throws Exception {
    for (String line : List.of("amal:operator:PASSWORD", "PASSWORD", "amal:PASSWORD:x")) {
      Path users = directory.resolve("users");
      Files.writeString(users, line.replace("PASSWORD", secrets.of("misplaced")));
      Ended ended = InProcess.run(List.of("dashboard", "--set", "dashboard.users=" + users));

      assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
      assertThat(ended.err()).contains("line 1");
      assertShownNowhere(ended);
    }
  }

  @Test
  void password_ofWhichALineIsMade_isNotInIt() throws Exception {
    InputStream before = System.in;
    byte[] typed = (secrets.of("typed") + "\n").getBytes(StandardCharsets.UTF_8);
    System.setIn(new ByteArrayInputStream(typed));
    try {
      Ended ended = InProcess.run(List.of("dashboard", "user", "amal", "--role", "operator"));

      assertThat(ended.out()).as(ended.err()).startsWith("amal:operator:$2");
      assertShownNowhere(ended);
    } finally {
      System.setIn(before);
    }
  }

  private void tryAll(URI api) throws Exception {
    assertThat(post(api, SIGNS_IN.formatted("amal", secrets.of("wrong"))).statusCode())
        .isEqualTo(401);
    assertThat(post(api, SIGNS_IN.formatted(secrets.of("in-the-wrong-field"), "x")).statusCode())
        .isEqualTo(401);
    assertThat(post(api, secrets.of("no-json")).statusCode()).isEqualTo(400);
    HttpResponse<String> in = post(api, SIGNS_IN.formatted("amal", secrets.of("password")));
    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    secrets.keep("session", cookie.substring(cookie.indexOf('=') + 1));
    secrets.keep("csrf", new ObjectMapper().readTree(in.body()).path("csrf").asText());
    HttpRequest.Builder forged =
        HttpRequest.newBuilder(api.resolve("desk"))
            .header("Cookie", cookie)
            .header("Content-Type", "application/json")
            .header("X-Csrf-Token", secrets.of("forged"))
            .POST(BodyPublishers.ofString("{}"));
    assertThat(send(forged).statusCode()).isEqualTo(403);
    HttpRequest.Builder out =
        HttpRequest.newBuilder(api.resolve("session"))
            .header("Cookie", cookie)
            .header("X-Csrf-Token", new ObjectMapper().readTree(in.body()).path("csrf").asText())
            .DELETE();
    assertThat(send(out).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> post(URI api, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(api.resolve("session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void assertShownNowhere(Ended ended) throws IOException {
    assertThat(secrets.seenIn(ended.out() + ended.err())).isEmpty();
    assertThat(secrets.seenIn(log())).isEmpty();
  }

  /** All of it, that of earlier runs too: secrets are others in each run. */
  private static String log() throws IOException {
    Path before = Path.of(LOG + ".1");
    return (Files.exists(before) ? Files.readString(before) : "")
        + (Files.exists(LOG) ? Files.readString(LOG) : "");
  }
}
