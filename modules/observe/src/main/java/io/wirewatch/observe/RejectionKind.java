package io.wirewatch.observe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kinds of reasons why content is refused. Reasons are words for people, some with a date or an
 * address in them; a label has few values.
 */
final class RejectionKind {
  static final String OTHER = "other";

  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("empty", "empty");
    BEGINNINGS.put("only a headline", "headline_only");
    BEGINNINGS.put("the headline is longer", "too_long");
    BEGINNINGS.put("the body is over", "too_long");
    BEGINNINGS.put("not text", "not_text");
    BEGINNINGS.put("published", "date");
    BEGINNINGS.put("the record's key", "key");
    BEGINNINGS.put("not JSON", "not_json");
    BEGINNINGS.put("no article", "no_article");
  }

  private RejectionKind() {}

  /** The kind of a reason. */
  static String of(String reason) {
    for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
      if (reason.startsWith(beginning.getKey())) {
        return beginning.getValue();
      }
    }
    return OTHER;
  }
}
