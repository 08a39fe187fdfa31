package io.wirewatch.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * A line of {@code annotate} and {@code rules match}: {@code
 * {"id","headline","body","source"?,"dateline"?,"language"?}}. Where there is no id, the url is it.
 */
record TextLine(
    String id,
    String headline,
    String body,
    String source,
    Optional<String> dateline,
    Optional<String> language) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException where it is not such an object; the message says what is wrong
   */
  static TextLine parse(String line) {
    JsonNode object;
    try {
      object = JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not JSON: " + broken.getOriginalMessage(), broken);
    }
    if (!object.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new TextLine(
        text(object, "id")
            .or(() -> text(object, "url"))
            .orElseThrow(() -> new IllegalArgumentException("neither \"id\" nor \"url\"")),
        text(object, "headline").orElse(""),
        text(object, "body").orElse(""),
        text(object, "source").orElse(""),
        text(object, "dateline"),
        text(object, "language"));
  }

  private static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw new IllegalArgumentException("\"" + field + "\" is not a text");
    }
    return Optional.of(value.asText());
  }
}
