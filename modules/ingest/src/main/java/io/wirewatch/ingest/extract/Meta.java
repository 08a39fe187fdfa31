package io.wirewatch.ingest.extract;

import io.wirewatch.ingest.article.PlainText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The {@code meta} elements of a page, by property or name in any case. */
public final class Meta {
  private final Map<String, String> contents = new HashMap<>();

  /** Those of a page; of two of one name, the first. */
  public Meta(Document page) {
    for (Element meta : page.select("meta[content]")) {
      String content = PlainText.oneLine(meta.attr("content"));
      for (String key : new String[] {"property", "name", "http-equiv", "itemprop"}) {
        String name = meta.attr(key).toLowerCase(Locale.ROOT).strip();
        if (!name.isEmpty() && !content.isEmpty()) {
          contents.putIfAbsent(name, content);
        }
      }
    }
  }

  /** The first of these, in small letters, that the page has. */
  public Optional<String> first(String... names) {
    for (String name : names) {
      String content = contents.get(name);
      if (content != null) {
        return Optional.of(content);
      }
    }
    return Optional.empty();
  }
}
