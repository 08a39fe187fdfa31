package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.ArticleDraft;
import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.StatedLanguage;
import io.wirewatch.ingest.article.UnusableInputException;
import java.util.List;
import java.util.Optional;

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0 and 1.1, Atom 0.3 and 1.0, CDF and JSON Feed: one reading an item,
 * in the feed's order. Full content goes before the summary. What a person could read of a broken
 * feed is read. A pure function of the bytes and the context.
 */
public final class FeedReader {
  private final ReadingContext context;
  private final String source;

  private FeedReader(ReadingContext context, String title) {
    this.context = context;
    this.source = title.isEmpty() ? context.nameOfSource() : title;
  }

  /**
   * The feed's items, all of them; empty for a feed without any.
   *
   * @throws UnusableInputException where the bytes are not a feed that can be read
   */
  public static List<Reading> read(byte[] feed, ReadingContext context)
      throws UnusableInputException {
    return feed(feed, context).readings();
  }

  /**
   * The feed's items, and what it says of itself to whoever polls it.
   *
   * @throws UnusableInputException where the bytes are not a feed that can be read
   */
  public static FeedReading feed(byte[] bytes, ReadingContext context)
      throws UnusableInputException {
    String text = FeedText.of(bytes, context.charset()).strip();
    Feed feed =
        JsonFeed.begins(text)
            ? JsonFeed.read(text, context.address())
            : XmlFeed.read(text, context.address());
    FeedReader reader = new FeedReader(context, feed.hints().title());
    List<FeedItem> items = DistinctItems.of(feed.items());
    return new FeedReading(feed.hints(), items.stream().map(reader::reading).toList());
  }

  private Reading reading(FeedItem item) {
    String publisher = item.source() == null ? source : item.source();
    Optional<Dateline> dateline = Dateline.in(item.body(), List.of(publisher, source));
    return new ArticleDraft(
            null,
            publisher,
            item.link(),
            item.headline(),
            dateline.map(Dateline::place).orElse(null),
            dateline.map(Dateline::rest).orElse(item.body()),
            StatedLanguage.fitting(item.language(), item.headline() + "\n" + item.body()),
            item.published(),
            null)
        .read(context, Producer.FEED);
  }
}
