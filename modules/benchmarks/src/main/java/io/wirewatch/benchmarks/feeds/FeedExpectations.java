package io.wirewatch.benchmarks.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** What the first item of each file must say, without mark-up. */
final class FeedExpectations {
  private static final Pattern CODE = Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>");
  private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<[A-Za-z/!?][^<>]*>");

  private final Map<String, JsonNode> byFile = new HashMap<>();

  private FeedExpectations() {}

  /** From JSON lines: {@code {"file", "entry": {"title"?, "text"?}}}. */
  static FeedExpectations read(Path file) throws IOException {
    FeedExpectations expectations = new FeedExpectations();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode expected = json.readTree(line);
      expectations.byFile.put(expected.path("file").asText(), expected.path("entry"));
    }
    return expectations;
  }

  static FeedExpectations none() {
    return new FeedExpectations();
  }

  /** How many there are. */
  int all() {
    return byFile.values().stream().mapToInt(JsonNode::size).sum();
  }

  /** How many of a file's are met. */
  int met(String file, ReadFeed read) {
    JsonNode entry = byFile.get(file);
    if (entry == null) {
      return 0;
    }
    FeedItemText first = read.items().isEmpty() ? new FeedItemText("", "") : read.items().get(0);
    return (meets(entry.path("title"), first.title()) ? 1 : 0)
        + (meets(entry.path("text"), first.text()) ? 1 : 0);
  }

  private static boolean meets(JsonNode wanted, String found) {
    return wanted.isTextual() && plain(wanted.asText()).equals(plain(found));
  }

  /** Without tags and references, however often they were escaped. */
  static String plain(String marked) {
    String text = marked;
    for (String before = ""; !before.equals(text); ) {
      before = text;
      text = TAG.matcher(CODE.matcher(text).replaceAll("")).replaceAll(" ");
      text = Parser.unescapeEntities(text, false);
    }
    return text.replaceAll("[\\s\\u00A0]+", " ").replaceAll(" ([.,;:!?)])", "$1").strip();
  }
}
