package io.wirewatch.ingest.article;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.ArticleCheck;
import io.wirewatch.contract.ArticleId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as a reader found it, before it has an id and has been checked.
 *
 * @param id the id that the source gave it; null to have it computed
 * @param url its canonical address
 * @param headline one line; may be empty
 * @param dateline the place that the body opened with
 * @param body paragraphs parted by line feeds; may be empty
 * @param language what the source says of its language
 * @param byline who wrote it, in one line
 */
public record ArticleDraft(
    @Nullable String id,
    String source,
    @Nullable String url,
    String headline,
    @Nullable String dateline,
    String body,
    @Nullable String language,
    Published published,
    @Nullable String byline) {

  /** The article, or what is wrong with it. */
  public Reading read(ReadingContext context, Producer producer) {
    RawArticle article = article(context, producer);
    Optional<String> fault = ArticleCheck.fault(article);
    return fault.isEmpty()
        ? new Reading.Read(article)
        : Refusals.of(context, producer, fault.get(), headline + "\n" + body);
  }

  private RawArticle article(ReadingContext context, Producer producer) {
    return RawArticle.newBuilder()
        .setId(idOrComputed())
        .setSource(source)
        .setUrl(url)
        .setHeadline(headline)
        .setDateline(dateline)
        .setBody(body)
        .setLanguage(language)
        .setPublishedAt(published.at())
        .setPublishedPrecision(published.precision())
        .setObservedAt(context.observedAt())
        .setFeed(context.feed(producer))
        .setByline(byline)
        .build();
  }

  private String idOrComputed() {
    if (id != null) {
      return id;
    }
    return url != null ? ArticleId.ofUrl(url) : TextId.of(source, headline, body);
  }
}
