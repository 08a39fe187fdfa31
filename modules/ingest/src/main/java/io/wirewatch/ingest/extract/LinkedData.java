package io.wirewatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.ingest.article.Fold;
import io.wirewatch.ingest.article.LooseJson;
import io.wirewatch.ingest.article.PageLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article in JSON-LD. Scripts that are no JSON say nothing. */
public final class LinkedData {
  private static final int MOST_CHARS = 1024 * 1024;
  private static final int MOST_SCRIPTS = 20;
  private static final int DEEPEST = 6;
  private static final Pattern ARTICLE =
      Pattern.compile(".*(?:Article|Posting|Report|Story|Blog|NewsItem)$");
  private static final Pattern WEB_PAGE = Pattern.compile(".*WebPage$");

  /** What hides JSON from browsers that are long gone. */
  private static final Pattern WRAPPING =
      Pattern.compile("^(?:\\s*+(?://|/\\*|\\*/|<!--|<!\\[CDATA\\[)){0,6}\\s*");

  private final List<JsonNode> articles = new ArrayList<>();

  private final List<JsonNode> pages = new ArrayList<>();

  private final Map<String, JsonNode> namedById = new HashMap<>();

  private LinkedData() {}

  /**
   * The linked data of a page; it may say nothing. Articles with the page's own address or headline
   * come before those that it only mentions.
   */
  public static LinkedData of(Document page) {
    LinkedData data = new LinkedData();
    page.select("script[type*=ld+json]").stream().limit(MOST_SCRIPTS).forEach(data::add);
    Own own = Own.of(page);
    data.articles.sort(Comparator.comparing(own::isDescribedBy).reversed());
    return data;
  }

  /** The first text that an article has under one of these names, in their order. */
  public Optional<String> text(String... names) {
    return Arrays.stream(names).flatMap(name -> texts(articles, name)).findFirst();
  }

  /** The same of the whole page, which may be older than the article, or younger. */
  public Optional<String> textOfPage(String name) {
    return texts(pages, name).findFirst();
  }

  private static Stream<String> texts(List<JsonNode> nodes, String name) {
    return nodes.stream()
        .map(node -> node.path(name).asText("").strip())
        .filter(text -> !text.isEmpty());
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
    String json = WRAPPING.matcher(script.data()).replaceFirst("");
    if (json.length() <= MOST_CHARS) {
      try {
        collect(LooseJson.MAPPER.readTree(json), 0);
      } catch (JsonProcessingException noJson) {
        // The page itself says the same.
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
      if (hasType(node, ARTICLE)) {
        articles.add(node);
      } else if (hasType(node, WEB_PAGE)) {
        pages.add(node);
      }
      collect(node.path("@graph"), depth + 1);
      collect(node.path("mainEntity"), depth + 1);
    }
  }

  private static boolean hasType(JsonNode node, Pattern types) {
    JsonNode type = node.path("@type");
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      if (types.matcher(one.asText("")).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A page's own addresses and headlines. */
  private record Own(Set<String> addresses, Set<String> headlines) {

    static Own of(Document page) {
      Meta meta = new Meta(page);
      Stream<String> addresses =
          Stream.concat(
              page.select("link[rel=canonical]").eachAttr("href").stream(),
              meta.first("og:url").stream());
      Stream<String> headlines =
          Stream.concat(page.select("h1").eachText().stream(), meta.first("og:title").stream());
      return new Own(
          addresses
              .flatMap(url -> PageLink.canonical(url, page.location()).stream())
              .collect(Collectors.toSet()),
          headlines.map(Fold::of).filter(title -> !title.isEmpty()).collect(Collectors.toSet()));
    }

    boolean isDescribedBy(JsonNode article) {
      JsonNode main = article.path("mainEntityOfPage");
      return headlines.contains(Fold.of(article.path("headline").asText("")))
          || Stream.of(article.path("url"), article.path("@id"), main, main.path("@id"))
              .flatMap(url -> PageLink.canonical(url.asText(""), "").stream())
              .anyMatch(addresses::contains);
    }
  }
}
