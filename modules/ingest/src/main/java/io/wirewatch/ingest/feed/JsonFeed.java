package io.wirewatch.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.ingest.article.LooseJson;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.article.UnusableInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.0 and 1.1. Items are read one by one, so that a torn file gives those before the
 * tear.
 */
final class JsonFeed {
  private static final int MOST_ITEMS = 1_000_000;

  private final ObjectNode head = LooseJson.MAPPER.createObjectNode();
  private final List<JsonNode> items = new ArrayList<>();
  private final MarkedText text = new MarkedText();

  private JsonFeed() {}

  /** Whether a text is JSON and no XML. */
  static boolean begins(String text) {
    return text.startsWith("{");
  }

  /**
   * Reads.
   *
   * @param address the feed's own; null for a file
   * @throws UnusableInputException where it is no feed, with the reason
   */
  static Feed read(String json, @Nullable String address) throws UnusableInputException {
    JsonFeed feed = new JsonFeed();
    String torn = feed.parse(json);
    boolean named = text(feed.head, "version").filter(v -> v.contains("jsonfeed")).isPresent();
    if (!named && feed.items.isEmpty()) {
      throw new UnusableInputException(
          "not a feed: " + (torn.isEmpty() ? "JSON without items" : "broken JSON"));
    }
    return feed.read(address);
  }

  /** Empty, or what broke it off. */
  private String parse(String json) {
    try (JsonParser parser = LooseJson.MAPPER.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
          readItems(parser);
        } else {
          head.set(name, parser.<JsonNode>readValueAsTree());
        }
      }
      return "";
    } catch (IOException torn) {
      return String.valueOf(torn.getMessage());
    }
  }

  /** What is no object among them is no item, and the others are read. */
  private void readItems(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode item = parser.readValueAsTree();
      if (item.isObject() && items.size() < MOST_ITEMS) {
        items.add(item);
      }
    }
  }

  private Feed read(@Nullable String address) {
    Optional<String> self = text(head, "feed_url").flatMap(url -> Links.absolute(url, or(address)));
    String base =
        Links.bearable(
            address != null ? address : self.or(() -> text(head, "home_page_url")).orElse(""));
    List<String> hubs =
        StreamSupport.stream(head.path("hubs").spliterator(), false)
            .flatMap(hub -> text(hub, "url").stream())
            .flatMap(url -> Links.absolute(url, base).stream())
            .distinct()
            .toList();
    FeedHints hints =
        new FeedHints(
            text(head, "title").map(t -> text.line(new Content(t, false))).orElse(""),
            text(head, "language").flatMap(Language::of),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            hubs,
            self);
    return new Feed(hints, items.stream().map(item -> item(item, base, hints)).toList());
  }

  private FeedItem item(JsonNode item, String base, FeedHints hints) {
    Optional<String> link =
        Stream.of("url", "external_url", "id")
            .flatMap(name -> text(item, name).stream())
            .filter(url -> !url.isBlank())
            .flatMap(url -> Links.canonical(url, base).stream())
            .findFirst();
    Published published =
        Stream.of("date_published", "date_modified")
            .flatMap(name -> text(item, name).stream())
            .map(FeedTime::of)
            .filter(time -> time.at() != null)
            .findFirst()
            .orElse(Published.UNKNOWN);
    return new FeedItem(
        text(item, "id").orElse(null),
        link.orElse(null),
        text(item, "title").map(t -> text.line(new Content(t, false))).orElse(""),
        body(item),
        published,
        text(item, "language").flatMap(Language::of).or(hints::language).orElse(null),
        null);
  }

  private String body(JsonNode item) {
    return text.first(
        Stream.of("content_html", "content_text", "summary")
            .flatMap(
                name ->
                    text(item, name)
                        .map(value -> new Content(value, name.equals("content_html")))
                        .stream()));
  }

  private static String or(@Nullable String address) {
    return address == null ? "" : address;
  }

  /** A text or a number; ids are often written as one. */
  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() || value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
  }
}
