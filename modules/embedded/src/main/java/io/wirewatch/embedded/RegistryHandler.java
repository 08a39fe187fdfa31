package io.wirewatch.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.wirewatch.contract.http.AllowedHosts;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.avro.SchemaParseException;

/**
 * Reads a request, has it answered, writes the answer; errors as {@code {"error_code", "message"}}.
 */
final class RegistryHandler implements HttpHandler {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int MOST_BYTES = 4 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryApi api;
  private final AllowedHosts hosts;

  RegistryHandler(SchemaCatalogue catalogue, AllowedHosts hosts) {
    this.api = new RegistryApi(catalogue);
    this.hosts = hosts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      JsonNode answer;
      try {
        checkHost(exchange);
        answer = api.answer(exchange.getRequestMethod(), segments(exchange), body(exchange));
      } catch (RegistryProblem problem) {
        status = problem.httpStatus();
        answer =
            JSON.createObjectNode()
                .put("error_code", problem.code())
                .put("message", problem.getMessage());
      }
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void checkHost(HttpExchange exchange) {
    OptionalInt refused = hosts.refusal(exchange.getRequestHeaders());
    if (refused.isPresent()) {
      throw new RegistryProblem(
          refused.getAsInt(), "this registry has another name; --allow-host gives it more");
    }
  }

  private static List<String> segments(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
        .toList();
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new RegistryProblem(41300, "the request is over " + MOST_BYTES + " bytes");
    }
    try {
      return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    } catch (JsonProcessingException | SchemaParseException broken) {
      throw new RegistryProblem(42201, "the request is not JSON");
    }
  }
}
