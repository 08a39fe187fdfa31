package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.ArticleDraft;
import io.wirewatch.ingest.article.CanonicalUrl;
import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.Refusals;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An HTML page that is one article. */
final class ArticlePage {
  /* The text is the element whose own paragraphs are longest together: articles are paragraphs side by
   * side. Mark-up that says where the article is narrows the search, where it holds enough text. */

  private static final int LEAST_BODY_CHARS = 150;
  private static final Set<String> AROUND =
      Set.of("nav", "aside", "footer", "form", "figcaption", "h1");

  private ArticlePage() {}

  /** The article, or a refusal of a headline without text; empty where the page has no article. */
  static Optional<Reading> read(Document page, ReadingContext context) {
    String headline = headline(page);
    String body = body(page);
    if (body.length() < LEAST_BODY_CHARS) {
      boolean says = !headline.isEmpty() && page.selectFirst("article, h1") != null;
      return says && !body.isEmpty()
          ? Optional.of(
              Refusals.of(context, Producer.PAGE, PageReader.ONLY_HEADLINE, headline + "\n" + body))
          : Optional.empty();
    }
    String source = meta(page, "og:site_name").orElse(context.nameOfSource());
    Optional<Dateline> dateline = Dateline.in(body, List.of(source));
    return Optional.of(
        new ArticleDraft(
                null,
                source,
                url(page, context),
                headline,
                dateline.map(Dateline::place).orElse(null),
                dateline.map(Dateline::rest).orElse(body),
                language(page),
                published(page))
            .read(context, Producer.PAGE));
  }

  /** What the page says of its language. */
  static @Nullable String language(Document page) {
    Element root = page.selectFirst("html[lang]");
    String tag = root == null ? "" : root.attr("lang").strip();
    return tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}") ? tag : null;
  }

  private static String headline(Document page) {
    Element heading = page.selectFirst("article h1, main h1, h1");
    String text = heading == null ? "" : PlainText.oneLine(heading.text());
    return text.isEmpty() ? meta(page, "og:title").orElse(PlainText.oneLine(page.title())) : text;
  }

  private static String body(Document page) {
    List<Element> densest = Paragraphs.parents(page.body());
    for (String marked :
        List.of("[itemprop=articleBody]", "article", "main, [role=main]", "body")) {
      Optional<String> body =
          densest.stream()
              .filter(parent -> parent.closest(marked) != null)
              .findFirst()
              .map(ArticlePage::text);
      if (body.isPresent() && body.get().length() >= LEAST_BODY_CHARS) {
        return body.get();
      }
    }
    return "";
  }

  private static String text(Element element) {
    return String.join("\n", HtmlLines.of(element, AROUND).stream().map(PageLine::text).toList());
  }

  private static @Nullable String url(Document page, ReadingContext context) {
    String base = context.address() == null ? "" : context.address();
    Element link = page.selectFirst("link[rel=canonical][href]");
    Optional<String> canonical =
        link == null ? Optional.empty() : CanonicalUrl.of(link.attr("href"), base);
    return canonical.or(() -> CanonicalUrl.of(base)).orElse(null);
  }

  private static Published published(Document page) {
    Optional<String> said = meta(page, "article:published_time");
    try {
      return said.isEmpty()
          ? Published.UNKNOWN
          : Published.toTheMinute(OffsetDateTime.parse(said.get()).toInstant());
    } catch (DateTimeParseException unclear) {
      return Published.UNKNOWN;
    }
  }

  private static Optional<String> meta(Document page, String property) {
    Element meta = page.selectFirst("meta[property=" + property + "]");
    return Optional.ofNullable(meta)
        .map(m -> PlainText.oneLine(m.attr("content")))
        .filter(content -> !content.isEmpty());
  }
}
