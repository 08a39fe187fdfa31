package io.wirewatch.ingest;

import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.feed.FeedHints;
import io.wirewatch.ingest.feed.FeedReader;
import io.wirewatch.ingest.feed.FeedReading;
import io.wirewatch.ingest.json.JsonLinesReader;
import io.wirewatch.ingest.page.PageReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads inputs of any kind. JSON lines are streamed; pages and feeds are read whole, up to 16 MiB.
 */
public final class InputReader {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final Optional<InputKind> said;

  /** A reader that finds each input's kind from its first bytes, unless one is said. */
  public InputReader(Optional<InputKind> said) {
    this.said = said;
  }

  /**
   * Hands an input's readings on, in its order.
   *
   * @return what it says of itself, where it is a feed
   * @throws UnusableInputException where the input as a whole cannot be used; the message names it
   */
  public Optional<FeedHints> read(Input input, Instant observedAt, Consumer<Reading> readings)
      throws UnusableInputException {
    Input.Content content = input.source().open();
    try (InputStream bytes = new BufferedInputStream(content.bytes(), InputKind.TELLING_BYTES)) {
      ReadingContext context =
          new ReadingContext(input.name(), observedAt, content.address(), content.charset());
      return read(bytes, context, readings);
    } catch (UnusableInputException unusable) {
      throw unusable.of(input.name());
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read " + input.name(), unreadable);
    }
  }

  private Optional<FeedHints> read(
      InputStream bytes, ReadingContext context, Consumer<Reading> readings)
      throws IOException, UnusableInputException {
    bytes.mark(InputKind.TELLING_BYTES);
    byte[] beginning = bytes.readNBytes(InputKind.TELLING_BYTES);
    bytes.reset();
    switch (said.orElseGet(() -> InputKind.of(beginning))) {
      case JSONL -> JsonLinesReader.read(bytes, context, readings);
      case FEED -> {
        FeedReading feed = FeedReader.feed(whole(bytes), context);
        feed.readings().forEach(readings);
        return Optional.of(feed.hints());
      }
      case PAGE -> PageReader.read(whole(bytes), context).forEach(readings);
    }
    return Optional.empty();
  }

  private static byte[] whole(InputStream bytes) throws IOException, UnusableInputException {
    byte[] all = bytes.readNBytes(MOST_BYTES + 1);
    if (all.length > MOST_BYTES) {
      throw new UnusableInputException("over 16 MiB");
    }
    return all;
  }
}
