package io.wirewatch.benchmarks.feeds;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.feed.FeedReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** As {@code wirewatch ingest feed} reads; an item that it refuses is none. */
final class WirewatchFeeds implements FeedParser {
  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("feed", Instant.parse("2026-11-23T12:00:00Z"));

  @Override
  public String name() {
    return "wirewatch";
  }

  @Override
  public List<FeedItemText> items(byte[] feed) throws UnreadableFeedException {
    try {
      return FeedReader.read(feed, CONTEXT).stream().flatMap(WirewatchFeeds::item).toList();
    } catch (UnusableInputException refused) {
      throw new UnreadableFeedException(refused);
    }
  }

  private static Stream<FeedItemText> item(Reading reading) {
    if (!(reading instanceof Reading.Read read)) {
      return Stream.empty();
    }
    RawArticle article = read.article();
    return Stream.of(new FeedItemText(article.getHeadline(), article.getBody()));
  }
}
