package io.wirewatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that a rule matched, as {@code alerts.jsonl} has them.
 *
 * @param field {@code headline} or {@code body}
 * @param start first UTF-16 code unit in the field
 * @param end one past the last
 * @param term what the rule file says there
 */
record AlertWords(String field, int start, int end, String text, String term) {

  /** All words of an alert, sorted by field and start. */
  static List<AlertWords> of(JsonNode alert) {
    List<AlertWords> words = new ArrayList<>();
    for (JsonNode match : alert.path("matches")) {
      words.add(
          new AlertWords(
              match.path("field").asText(),
              match.path("start").asInt(),
              match.path("end").asInt(),
              match.path("text").asText(),
              match.path("term").asText()));
    }
    return words;
  }

  /** Whether they stand in a text of that field where they should. */
  boolean standIn(String fieldText) {
    return start >= 0
        && start < end
        && end <= fieldText.length()
        && fieldText.startsWith(text, start)
        && text.length() == end - start;
  }
}
