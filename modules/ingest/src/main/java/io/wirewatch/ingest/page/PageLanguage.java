package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.StatedLanguage;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of its language. */
final class PageLanguage {
  private PageLanguage() {}

  /** The language of its root element, as a BCP 47 tag; null where it does not say a valid one. */
  static @Nullable String of(Document page) {
    return page.select("html[lang]").stream()
        .map(root -> root.attr("lang").strip())
        .filter(PageLanguage::isTag)
        .findFirst()
        .orElse(null);
  }

  /**
   * The same, also from meta elements and JSON-LD. What the text contradicts is left out: a
   * template in English around an Arabic article says nothing of the article.
   */
  static @Nullable String of(Document page, Meta meta, LinkedData data, String body) {
    return Stream.of(
            root(page).attr("lang"),
            root(page).attr("xml:lang"),
            meta.first("og:locale", "content-language", "language", "dc.language").orElse(""),
            data.text("inLanguage").orElse(""),
            page.body().attr("lang"))
        .map(tag -> tag.strip().replace('_', '-'))
        .filter(PageLanguage::isTag)
        .filter(tag -> StatedLanguage.fits(tag, body))
        .findFirst()
        .orElse(null);
  }

  private static Element root(Document page) {
    Element root = page.firstElementChild();
    return root == null ? page : root;
  }

  private static boolean isTag(String tag) {
    return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");
  }
}
