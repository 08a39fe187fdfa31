package io.wirewatch.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.wirewatch.ingest.article.ArticleDraft;
import io.wirewatch.ingest.article.CanonicalUrl;
import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 2.0, RSS 1.0 and Atom: one reading an item, in the feed's order. Full content goes
 * before the summary. A pure function of the bytes and the context.
 */
public final class FeedReader {
  private final ReadingContext context;
  private final String source;
  private final @Nullable String language;
  private final String base;

  private FeedReader(ReadingContext context, SyndFeed feed) {
    this.context = context;
    String title = MarkedText.line(feed.getTitleEx());
    this.source = title.isEmpty() ? context.nameOfSource() : title;
    this.language =
        feed.getLanguage() == null || feed.getLanguage().isBlank()
            ? null
            : feed.getLanguage().strip();
    this.base =
        Stream.of(context.address(), feed.getLink()).filter(a -> a != null).findFirst().orElse("");
  }

  /**
   * The feed's items, all of them; empty for a feed without any.
   *
   * @throws UnusableInputException where the bytes are not a feed that can be read
   */
  public static List<Reading> read(byte[] feed, ReadingContext context)
      throws UnusableInputException {
    SyndFeed parsed = FeedXml.parse(DecodedText.of(feed, context.charset()));
    FeedReader reader = new FeedReader(context, parsed);
    return parsed.getEntries().stream().map(reader::reading).toList();
  }

  private Reading reading(SyndEntry item) {
    String text = body(item);
    Optional<Dateline> dateline = Dateline.in(text, List.of(source));
    return new ArticleDraft(
            null,
            source,
            url(item),
            MarkedText.line(item.getTitleEx()),
            dateline.map(Dateline::place).orElse(null),
            dateline.map(Dateline::rest).orElse(text),
            language,
            published(item))
        .read(context, Producer.FEED);
  }

  private static String body(SyndEntry item) {
    Stream<@Nullable SyndContent> summary = Stream.of(item.getDescription());
    return Stream.concat(item.getContents().stream(), summary)
        .map(MarkedText::paragraphs)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private @Nullable String url(SyndEntry item) {
    return Stream.of(item.getLink(), item.getUri())
        .filter(link -> link != null && !link.isBlank())
        .flatMap(link -> CanonicalUrl.of(link, base).stream())
        .findFirst()
        .orElse(null);
  }

  private static Published published(SyndEntry item) {
    Date date = item.getPublishedDate() != null ? item.getPublishedDate() : item.getUpdatedDate();
    return date == null ? Published.UNKNOWN : Published.toTheMinute(date.toInstant());
  }
}
