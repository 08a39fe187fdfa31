package io.wirewatch.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Reply.Whole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether answers are as {@code openapi.json} says; what it does not name may not be in them. */
public final class ApiSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonNode DESCRIPTION = closed(read());

  private ApiSchema() {}

  /** The whole description, as it is served. */
  public static JsonNode read() {
    try (InputStream in = ApiSchema.class.getResourceAsStream("openapi.json")) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Fails where a reply is not one that the description has. Gives its content back. */
  public static JsonNode fits(String path, String method, Reply reply) {
    try {
      byte[] content = ((Whole) reply).content();
      JsonNode json = content.length == 0 ? null : JSON.readTree(content);
      fits(path, method, reply.status(), json);
      return json == null ? JSON.nullNode() : json;
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }

  /**
   * Fails where an answer is not as the description says.
   *
   * @param path as it was asked, without the query
   * @param json null where there is no content
   */
  public static void fits(String path, String method, int status, JsonNode json) {
    JsonNode response = response(path, method, status);
    JsonNode content = response.path("content").path("application/json").path("schema");
    if (json == null) {
      assertThat(content.isMissingNode()).as("%s %s has no content", method, path).isTrue();
      return;
    }
    assertThat(content.isMissingNode()).as("%s %s has content", method, path).isFalse();
    assertThat(problems(content, json)).as("%s %s: %s", method, path, json).isEmpty();
  }

  /** Fails where JSON, such as the data of an event, is not as one of the schemas says. */
  public static void fits(String schema, JsonNode json) {
    assertThat(DESCRIPTION.at("/components/schemas").has(schema)).as("schema %s", schema).isTrue();
    JsonNode reference = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    assertThat(problems(reference, json)).as("%s: %s", schema, json).isEmpty();
  }

  /** The template of a path; empty where the description has none. */
  public static Optional<String> template(String path) {
    for (Iterator<String> paths = DESCRIPTION.path("paths").fieldNames(); paths.hasNext(); ) {
      String template = paths.next();
      if (Pattern.matches(template.replaceAll("\\{\\w+}", "[^/]+"), path)) {
        return Optional.of(template);
      }
    }
    return Optional.empty();
  }

  private static Set<ValidationMessage> problems(JsonNode schema, JsonNode json) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", DESCRIPTION.path("components"));
    return SCHEMAS.getSchema(whole).validate(json);
  }

  private static JsonNode response(String path, String method, int status) {
    String template = template(path).orElseThrow(() -> new AssertionError("no path " + path));
    JsonNode responses =
        DESCRIPTION
            .path("paths")
            .path(template)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses");
    JsonNode response = responses.path(Integer.toString(status));
    assertThat(response.isMissingNode()).as("%s %s: %d", method, path, status).isFalse();
    String reference = response.path("$ref").asText();
    return reference.isEmpty() ? response : DESCRIPTION.at(reference.substring(1));
  }

  /** Objects have what is named and nothing else, unless they say otherwise. */
  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    for (JsonNode inner : node) {
      closed(inner);
    }
    return node;
  }
}
