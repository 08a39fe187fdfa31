package io.wirewatch.contract.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.contract.registry.RegistryConfig.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One request to whichever registry answers; the one that answered last is asked first. I/O errors,
 * the states that pass (408, 429, 5xx) and answers that are not a registry's (no JSON, not what was
 * asked for, an error without {@code error_code}) move on to the next address, {@value #ROUNDS}
 * times round; any other error is final.
 */
final class RegistryHttp {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int ROUNDS = 3;
  private static final int LONGEST_MESSAGE_CHARS = 500;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Set<Integer> PASSING = Set.of(408, 429);
  private static final Set<Integer> SHUT = Set.of(401, 403);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryConfig config;
  private final HttpClient client;
  private volatile int answering;
  private volatile @Nullable Instant date;

  RegistryHttp(RegistryConfig config) {
    this.config = config;
    // HTTP/1.1: registries behind old proxies hang on the upgrade to HTTP/2.
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .sslContext(config.tls())
            .build();
  }

  JsonNode get(String path, Predicate<JsonNode> isAnswer) {
    return ask(path, isAnswer, HttpRequest.newBuilder().GET());
  }

  JsonNode post(String path, JsonNode body, Predicate<JsonNode> isAnswer) {
    return ask(
        path,
        isAnswer,
        HttpRequest.newBuilder()
            .header("Content-Type", MEDIA_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  JsonNode put(String path, JsonNode body, Predicate<JsonNode> isAnswer) {
    return ask(
        path,
        isAnswer,
        HttpRequest.newBuilder()
            .header("Content-Type", MEDIA_TYPE)
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** What the registry's clock said in the header of its last answer; empty where it says none. */
  Optional<Instant> date() {
    return Optional.ofNullable(date);
  }

  private JsonNode ask(String path, Predicate<JsonNode> isAnswer, HttpRequest.Builder request) {
    String trouble = "no answer";
    for (int round = 0; round < ROUNDS; round++) {
      pause(round);
      for (Address address : lastAnsweringFirst()) {
        try {
          HttpResponse<byte[]> answer = send(address, path, request);
          JsonNode body = read(answer, isAnswer);
          date = dated(answer);
          answering = config.addresses().indexOf(address);
          return accepted(address, answer.statusCode(), body);
        } catch (IOException passing) {
          trouble = told(passing);
        }
      }
    }
    throw new RegistryUnavailableException(
        "no schema registry answers at " + config.told() + " (" + trouble + ")");
  }

  private List<Address> lastAnsweringFirst() {
    List<Address> rotated = new ArrayList<>(config.addresses());
    Collections.rotate(rotated, -answering);
    return rotated;
  }

  private HttpResponse<byte[]> send(Address address, String path, HttpRequest.Builder request)
      throws IOException {
    HttpRequest.Builder addressed = request.copy().uri(URI.create(address.url() + path));
    addressed.header("Accept", MEDIA_TYPE + ", application/json");
    if (address.authorization() != null) {
      addressed.header("Authorization", address.authorization());
    }
    // The JDK's own time-out ends with the headers; a body may take for ever.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(addressed.build(), headers -> new BoundedBody());
    try {
      return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new IOException("no whole answer within " + TIMEOUT.toSeconds() + " s", slow);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException known ? known : new IOException(failed);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    } finally {
      answer.cancel(true);
    }
  }

  private static @Nullable Instant dated(HttpResponse<byte[]> answer) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
          .orElse(null);
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private static JsonNode read(HttpResponse<byte[]> answer, Predicate<JsonNode> isAnswer)
      throws IOException {
    int status = answer.statusCode();
    if (status >= 500 || PASSING.contains(status)) {
      throw new IOException("status " + status);
    }
    if (SHUT.contains(status)) {
      return JSON.missingNode();
    }
    JsonNode body = json(answer.body());
    boolean ours = status < 300 ? isAnswer.test(body) : body.path("error_code").isInt();
    if (!ours) {
      throw new IOException("something else than a registry answers, with status " + status);
    }
    return body;
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return JSON.missingNode();
    }
  }

  private static JsonNode accepted(Address address, int status, JsonNode body) {
    if (SHUT.contains(status)) {
      throw new RegistryAccessException(status, address.url());
    }
    if (status >= 300) {
      String message = body.path("message").asText("status " + status);
      throw new RegistryRefusedException(
          status,
          "the schema registry says: "
              + message.substring(0, Math.min(message.length(), LONGEST_MESSAGE_CHARS)));
    }
    return body;
  }

  private static String told(IOException passing) {
    boolean speaks = passing instanceof SSLException || passing.getClass() == IOException.class;
    String name = passing.getClass().getSimpleName();
    return speaks && passing.getMessage() != null ? name + ": " + passing.getMessage() : name;
  }

  private static void pause(int round) {
    if (round > 0) {
      try {
        // A registry that comes back is given time.
        Thread.sleep(200L * round * round);
      } catch (InterruptedException stopped) {
        throw new InterruptException(stopped);
      }
    }
  }
}
