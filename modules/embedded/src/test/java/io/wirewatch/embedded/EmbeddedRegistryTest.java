package io.wirewatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of Confluent's REST API that other people's clients use. */
final class EmbeddedRegistryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONE_FIELD =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}";
  private static final String NEW_FIELD_WITH_DEFAULT =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"},"
          + "{\"name\":\"b\",\"type\":\"int\",\"default\":1}]}";
  private static final String NEW_FIELD_WITHOUT_DEFAULT =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"},"
          + "{\"name\":\"b\",\"type\":\"int\"}]}";

  @TempDir Path directory;
  private EmbeddedRegistry registry;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(directory, 0);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void register_twice_givesOneId() throws Exception {
    int first = register("s-value", ONE_FIELD).body().path("id").asInt();

    assertThat(register("s-value", ONE_FIELD).body().path("id").asInt()).isEqualTo(first);
    assertThat(get("/subjects/s-value/versions").body().toString()).isEqualTo("[1]");
  }

  @Test
  void schema_byId_isWhatWasRegistered() throws Exception {
    int id = register("s-value", ONE_FIELD).body().path("id").asInt();

    JsonNode schema = JSON.readTree(get("/schemas/ids/" + id).body().path("schema").asText());
    assertThat(schema).isEqualTo(JSON.readTree(ONE_FIELD));
  }

  @Test
  void schema_unknownId_is40403() throws Exception {
    Answer answer = get("/schemas/ids/77");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(40403);
  }

  @Test
  void register_newFieldWithDefault_isNextVersion() throws Exception {
    register("s-value", ONE_FIELD);
    register("s-value", NEW_FIELD_WITH_DEFAULT);

    assertThat(get("/subjects/s-value/versions/latest").body().path("version").asInt())
        .isEqualTo(2);
  }

  @Test
  void register_newFieldWithoutDefault_is409() throws Exception {
    register("s-value", ONE_FIELD);

    Answer answer = register("s-value", NEW_FIELD_WITHOUT_DEFAULT);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("message").asText()).contains("incompatible");
  }

  @Test
  void compatibility_ofNewFieldWithoutDefault_isFalse() throws Exception {
    register("s-value", ONE_FIELD);

    Answer answer =
        send(
            "POST",
            "/compatibility/subjects/s-value/versions/latest",
            schemaBody(NEW_FIELD_WITHOUT_DEFAULT));
    assertThat(answer.body().path("is_compatible").asBoolean(true)).isFalse();
  }

  @Test
  void config_subjectSetToNone_takesAnySchema() throws Exception {
    register("s-value", ONE_FIELD);
    send("PUT", "/config/s-value", "{\"compatibility\":\"NONE\"}");

    assertThat(register("s-value", NEW_FIELD_WITHOUT_DEFAULT).status()).isEqualTo(200);
    assertThat(get("/config/s-value").body().path("compatibilityLevel").asText()).isEqualTo("NONE");
  }

  @Test
  void lookUp_unknownSubject_is40401() throws Exception {
    assertThat(
            send("POST", "/subjects/none-value", schemaBody(ONE_FIELD)).body().path("error_code"))
        .hasToString("40401");
  }

  @Test
  void register_brokenSchema_is42201() throws Exception {
    Answer answer = register("s-value", "{\"type\":\"nothing\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(42201);
  }

  @Test
  void anyOtherPath_is404InTheApisForm() throws Exception {
    Answer answer = get("/associations/resources/x");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("error_code", "message");
  }

  @Test
  void restart_afterCrashInTheMiddleOfALine_keepsWhatWasWhole() throws Exception {
    int id = register("s-value", ONE_FIELD).body().path("id").asInt();
    registry.close();
    Files.writeString(
        directory.resolve("schemas.jsonl"), "{\"subject\":\"s-v", StandardOpenOption.APPEND);

    registry = EmbeddedRegistry.start(directory, 0);
    register("t-value", NEW_FIELD_WITH_DEFAULT);
    registry.close();
    registry = EmbeddedRegistry.start(directory, 0);

    assertThat(get("/schemas/ids/" + id).status()).isEqualTo(200);
    assertThat(get("/subjects").body().toString()).isEqualTo("[\"s-value\",\"t-value\"]");
  }

  private record Answer(int status, JsonNode body) {}

  private Answer register(String subject, String schema) throws Exception {
    return send("POST", "/subjects/" + subject + "/versions", schemaBody(schema));
  }

  private Answer get(String path) throws Exception {
    return send("GET", path, "");
  }

  private Answer send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }

  private static String schemaBody(String schema) {
    return JSON.createObjectNode().put("schema", schema).toString();
  }
}
