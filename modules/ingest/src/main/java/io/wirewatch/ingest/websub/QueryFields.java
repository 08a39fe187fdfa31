package io.wirewatch.ingest.websub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of an address's query, decoded; of one that comes twice the first. */
final class QueryFields {
  private QueryFields() {}

  static Map<String, String> of(String rawQuery) {
    Map<String, String> fields = new HashMap<>();
    for (String field : rawQuery.split("&", 64)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException rubbish) {
      return "";
    }
  }
}
