package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.Fold;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The headline of an article's page. */
final class Headline {
  /* The main heading, where it agrees with what the page calls itself elsewhere: many sites put their own
   * name into the first h1. Titles have the site's name behind a dash or bar, which headings do not. */

  private static final Pattern SITE_BEHIND = Pattern.compile("\\s+[|–—»·-]\\s+[^|–—»·]{2,50}$");
  private static final int LEAST_CHARS = 8;

  private Headline() {}

  /** One line; empty where the page has none. */
  static String of(Document page, LinkedData data, Meta meta) {
    String said =
        data.text("headline")
            .map(text -> PlainText.oneLine(Jsoup.parse(text).text()))
            .or(() -> meta.first("og:title", "twitter:title"))
            .orElse(PlainText.oneLine(page.title()));
    List<String> headings =
        page.select("article h1, main h1, h1").stream()
            .map(Headline::text)
            .filter(text -> !text.isEmpty())
            .toList();
    return headings.stream()
        .filter(heading -> agree(heading, said))
        .findFirst()
        .or(() -> inArticle(page))
        .or(
            () ->
                headings.size() == 1 && said.isEmpty()
                    ? Optional.of(headings.get(0))
                    : Optional.empty())
        .orElse(said.isEmpty() ? headings.stream().findFirst().orElse("") : withoutSite(said));
  }

  private static Optional<String> inArticle(Document page) {
    return Optional.ofNullable(page.selectFirst("article h1, main h1, [itemprop=headline]"))
        .map(Headline::text)
        .filter(text -> text.length() >= LEAST_CHARS);
  }

  private static String text(Element element) {
    return PlainText.oneLine(element.text());
  }

  private static boolean agree(String heading, String said) {
    String one = Fold.of(heading);
    String other = Fold.of(said);
    return (one.length() >= LEAST_CHARS && other.startsWith(one))
        || (other.length() >= LEAST_CHARS && one.startsWith(other));
  }

  private static String withoutSite(String title) {
    String bare = SITE_BEHIND.matcher(title).replaceFirst("");
    return bare.length() >= LEAST_CHARS ? bare : title;
  }
}
