package io.wirewatch.ingest.page;

import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.ingest.article.ArticleDraft;
import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.PageLink;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.Refusals;
import io.wirewatch.ingest.extract.ArticleText;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import io.wirewatch.ingest.extract.PageText;
import io.wirewatch.ingest.extract.Shortfall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An HTML page that is one article. */
final class ArticlePage {
  private static final int LEAST_BODY_CHARS = 150;
  private static final Pattern HOME = Pattern.compile("[a-z]+://[^/?]+/?");

  private final Document page;
  private final PageText text;
  private final ReadingContext context;
  private final LinkedData data;
  private final Meta meta;
  private final String headline;

  private ArticlePage(Document page, LinkedData data, ReadingContext context) {
    this.page = page;
    this.text = PageText.of(page);
    this.context = context;
    this.data = data;
    this.meta = new Meta(page);
    this.headline = Headline.of(page, data, meta);
  }

  /** The article, or a refusal with its reason; empty where the page has no article. */
  static Optional<Reading> read(Document page, LinkedData data, ReadingContext context) {
    return new ArticlePage(page, data, context).reading();
  }

  /** Whether the page says that it is one article. */
  static boolean isDeclared(Document page, LinkedData data) {
    return page.selectFirst("meta[property=og:type][content=article], [itemprop=articleBody]")
            != null
        || data.isOfArticle();
  }

  private Optional<Reading> reading() {
    String body = String.join("\n", ArticleText.of(text, said()));
    Optional<Shortfall> lacks = Shortfall.of(page, data, body);
    if (lacks.isPresent()) {
      return Optional.of(refusal(lacks.get().reason(), body));
    }
    if (body.length() < LEAST_BODY_CHARS) {
      boolean says = !headline.isEmpty() && page.selectFirst("article, h1") != null;
      return says && !body.isEmpty()
          ? Optional.of(refusal(PageReader.ONLY_HEADLINE, body))
          : Optional.empty();
    }
    return Optional.of(article(body));
  }

  private Reading refusal(String reason, String body) {
    return Refusals.of(context, Producer.PAGE, reason, (headline + "\n" + body).strip());
  }

  private Reading article(String body) {
    String source = source();
    Optional<Dateline> dateline = Dateline.in(body, List.of(source));
    return new ArticleDraft(
            null,
            source,
            url(),
            headline,
            dateline.map(Dateline::place).orElse(null),
            dateline.map(Dateline::rest).orElse(body),
            PageLanguage.of(page, meta, data, body),
            new PublicationTime(page, data, meta, context.observedAt()).find(headline),
            new Byline(page, text, data, meta).find(headline).orElse(null))
        .read(context, Producer.PAGE);
  }

  /** What a body's line may not say alone: the headline, and who wrote it. */
  private Set<String> said() {
    Set<String> said = new LinkedHashSet<>(data.names("author"));
    meta.first("author", "article:author", "parsely-author").ifPresent(said::add);
    said.add(headline);
    return said;
  }

  private String source() {
    return meta.first("og:site_name")
        .or(() -> data.names("publisher").stream().findFirst())
        .orElse(context.nameOfSource());
  }

  /** Some sites say on every page that it is their home page: as an address all would be one. */
  private @Nullable String url() {
    String base = context.address() == null ? "" : context.address();
    Element link = page.selectFirst("link[rel=canonical][href]");
    Stream<String> said =
        Stream.concat(
            Stream.ofNullable(link).map(canonical -> canonical.attr("href")),
            meta.first("og:url").stream());
    return Stream.concat(
            said.flatMap(url -> PageLink.canonical(url, base).stream()),
            CanonicalUrl.of(base).stream())
        .filter(url -> !HOME.matcher(url).matches())
        .findFirst()
        .orElse(null);
  }
}
