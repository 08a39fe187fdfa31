package io.wirewatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article in JSON-LD. Scripts that are no JSON say nothing. */
public final class LinkedData {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_CHARS = 1024 * 1024;
  private static final int MOST_SCRIPTS = 20;
  private static final int DEEPEST = 6;
  private static final Pattern ARTICLE =
      Pattern.compile(".*(?:Article|Posting|Report|Story|Blog|NewsItem)$");

  private final List<JsonNode> articles = new ArrayList<>();

  private final Map<String, JsonNode> namedById = new HashMap<>();

  private LinkedData() {}

  /** The linked data of a page; it may say nothing. */
  public static LinkedData of(Document page) {
    LinkedData data = new LinkedData();
    page.select("script[type*=ld+json]").stream().limit(MOST_SCRIPTS).forEach(data::add);
    return data;
  }

  /** The first text that an article has under one of these names, in their order. */
  public Optional<String> text(String... names) {
    for (String name : names) {
      for (JsonNode article : articles) {
        String text = article.path(name).asText("").strip();
        if (!text.isEmpty()) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  /** The names of what the first article that has any has there: persons, organizations. */
  public Set<String> names(String field) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode article : articles) {
      JsonNode value = article.path(field);
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        String name = name(one);
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  /** The name, which stands elsewhere in the graph perhaps. */
  private String name(JsonNode one) {
    String id = (one.isTextual() ? one : one.path("@id")).asText("");
    JsonNode named = one.has("name") ? one : namedById.getOrDefault(id, one);
    return (named.isTextual() ? named : named.path("name")).asText("").strip();
  }

  /** Whether it is about an article at all. */
  public boolean isOfArticle() {
    return !articles.isEmpty();
  }

  /** Whether it says that the article must be paid for. */
  public boolean isPaid() {
    return articles.stream()
        .map(article -> article.path("isAccessibleForFree").asText(""))
        .anyMatch(free -> free.equalsIgnoreCase("false"));
  }

  private void add(Element script) {
    String json = script.data().strip();
    if (json.length() <= MOST_CHARS) {
      try {
        collect(JSON.readTree(json), 0);
      } catch (JsonProcessingException noJson) {
        // Many sites put line feeds or comments into it; the page itself says the same.
        return;
      }
    }
  }

  private void collect(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(one -> collect(one, depth + 1));
    } else if (node.isObject()) {
      if (node.has("@id") && node.has("name")) {
        namedById.putIfAbsent(node.path("@id").asText(), node);
      }
      if (isArticle(node.path("@type"))) {
        articles.add(node);
      }
      collect(node.path("@graph"), depth + 1);
      collect(node.path("mainEntity"), depth + 1);
    }
  }

  private static boolean isArticle(JsonNode type) {
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      if (ARTICLE.matcher(one.asText("")).matches()) {
        return true;
      }
    }
    return false;
  }
}
