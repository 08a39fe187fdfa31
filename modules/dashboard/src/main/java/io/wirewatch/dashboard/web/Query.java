package io.wirewatch.dashboard.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What stands behind the question mark of an address. */
final class Query {
  private static final int MOST_CHARS = 16 * 1024;
  private static final int MOST_FIELDS = 100;

  private Query() {}

  /**
   * Its fields, decoded; of a name that is given twice, the first.
   *
   * @throws BadRequestException where it is over 16,384 characters or 100 fields, or not encoded
   *     right
   */
  static Map<String, String> fields(String raw) {
    String[] pairs = raw.split("&", MOST_FIELDS + 1);
    if (raw.length() > MOST_CHARS || pairs.length > MOST_FIELDS) {
      throw new BadRequestException("the query is too long: ask for less at once");
    }
    Map<String, String> fields = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        fields.putIfAbsent(decoded(name), decoded(value));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestException("the query is not encoded as an address has to be", wrong);
    }
  }
}
