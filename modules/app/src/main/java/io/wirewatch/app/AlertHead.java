package io.wirewatch.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wirewatch.ingest.json.BoundedLines;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which alert a line of {@code alerts.jsonl} or {@code changes.jsonl} is about. The line is read no
 * further than that takes: behind it there may be a whole article.
 */
record AlertHead(String rule, String article, boolean isRetracted) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String ALERT = "alert";
  private static final Set<String> NAMES = Set.of("rule", "article", "status");

  /** The alert of a line; empty where there is none. */
  static Optional<AlertHead> of(BoundedLines.Line line) {
    byte[] bytes = line.bytes().array();
    try (JsonParser parser = JSON.createParser(bytes, 0, line.bytes().limit())) {
      Map<String, String> found = new HashMap<>();
      while (found.size() < NAMES.size() && parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          take(parser, found);
        }
      }
      return found.size() < NAMES.size() ? Optional.empty() : Optional.of(of(found));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private static void take(JsonParser parser, Map<String, String> found) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.VALUE_STRING && NAMES.contains(name)) {
      found.put(name, parser.getText());
    } else if (!name.equals(ALERT)) {
      parser.skipChildren();
    }
  }

  private static AlertHead of(Map<String, String> found) {
    return new AlertHead(
        found.getOrDefault("rule", ""),
        found.getOrDefault("article", ""),
        "RETRACTED".equals(found.get("status")));
  }
}
