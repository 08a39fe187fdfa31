package io.wirewatch.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A search that both engines can run: exact words of ASCII letters.
 *
 * @param within of {@link Kind#NEAR}, in words
 */
record SavedSearch(String id, Kind kind, List<String> words, int within) {
  enum Kind {
    TERM,
    ALL,
    PHRASE,
    NEAR,
    NOT,
    PREFIX
  }

  /** As a line of a rule file. */
  String json() {
    return "{\"id\":\"" + id + "\",\"when\":" + when() + "}";
  }

  private String when() {
    return switch (kind) {
      case TERM -> exact(words.get(0));
      case ALL -> "{\"all\":[" + exacts() + "]}";
      case PHRASE -> "{\"phrase\":\"" + String.join(" ", words) + "\",\"match\":\"exact\"}";
      case NEAR -> "{\"near\":{\"within\":\"" + within + "\",\"of\":[" + exacts() + "]}}";
      case NOT -> "{\"exact\":\"" + words.get(0) + "\",\"none\":[" + exact(words.get(1)) + "]}";
      case PREFIX -> "{\"prefix\":\"" + words.get(0) + "\"}";
    };
  }

  private String exacts() {
    return words.stream().map(SavedSearch::exact).collect(Collectors.joining(","));
  }

  private static String exact(String word) {
    return "{\"exact\":\"" + word + "\"}";
  }
}
