package io.wirewatch.contract.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;

/**
 * One request to whichever registry answers. I/O errors and the states that pass (408, 429, 5xx)
 * move on to the next address, {@value #ROUNDS} times round; any other error is final.
 */
final class RegistryHttp {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int ROUNDS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Set<Integer> PASSING = Set.of(408, 429);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryConfig config;
  // HTTP/1.1: registries behind old proxies hang on the upgrade to HTTP/2.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  RegistryHttp(RegistryConfig config) {
    this.config = config;
  }

  JsonNode get(String path) {
    return ask(path, HttpRequest.newBuilder().GET());
  }

  JsonNode post(String path, JsonNode body) {
    return ask(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", MEDIA_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode ask(String path, HttpRequest.Builder request) {
    String trouble = "no answer";
    for (int round = 0; round < ROUNDS; round++) {
      pause(round);
      for (String url : config.urls()) {
        try {
          HttpResponse<String> answer = send(url, path, request);
          if (answer.statusCode() < 500 && !PASSING.contains(answer.statusCode())) {
            return read(answer);
          }
          trouble = "status " + answer.statusCode();
        } catch (IOException failed) {
          trouble = failed.getClass().getSimpleName();
        }
      }
    }
    throw new RegistryUnavailableException(
        "no schema registry answers at " + String.join(", ", config.urls()) + " (" + trouble + ")");
  }

  private HttpResponse<String> send(String url, String path, HttpRequest.Builder request)
      throws IOException {
    HttpRequest.Builder addressed = request.copy().uri(URI.create(url + path)).timeout(TIMEOUT);
    addressed.header("Accept", MEDIA_TYPE + ", application/json");
    if (config.authorization() != null) {
      addressed.header("Authorization", config.authorization());
    }
    try {
      return client.send(addressed.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new RegistryUnavailableException(
          "the address of the schema registry answers something else", notJson);
    }
    if (answer.statusCode() >= 300) {
      throw new RegistryRefusedException(
          answer.statusCode(),
          "the schema registry says: "
              + body.path("message").asText("status " + answer.statusCode()));
    }
    return body;
  }

  private static void pause(int round) {
    if (round > 0) {
      try {
        Thread.sleep(200L * round * round);
      } catch (InterruptedException stopped) {
        throw new InterruptException(stopped);
      }
    }
  }
}
