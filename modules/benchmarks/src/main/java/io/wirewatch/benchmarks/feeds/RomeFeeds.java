package io.wirewatch.benchmarks.feeds;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** ROME as its own documentation uses it: its reader of encodings, its parsers, no extras. */
final class RomeFeeds implements FeedParser {

  @Override
  public String name() {
    return "ROME 2.1.0";
  }

  @Override
  public List<FeedItemText> items(byte[] feed) throws UnreadableFeedException {
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(feed))) {
      SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
      return input.build(reader).getEntries().stream().map(RomeFeeds::item).toList();
    } catch (NumberFormatException unannounced) {
      throw unannounced;
    } catch (FeedException | IOException | IllegalArgumentException refused) {
      // The last is what it documents for kinds of feeds that it does not know.
      throw new UnreadableFeedException(refused);
    }
  }

  private static FeedItemText item(SyndEntry entry) {
    List<SyndContent> contents = new ArrayList<>(entry.getContents());
    if (entry.getDescription() != null) {
      contents.add(entry.getDescription());
    }
    return new FeedItemText(
        Objects.toString(entry.getTitle(), ""),
        contents.stream()
            .map(content -> Objects.toString(content.getValue(), ""))
            .findFirst()
            .orElse(""));
  }
}
