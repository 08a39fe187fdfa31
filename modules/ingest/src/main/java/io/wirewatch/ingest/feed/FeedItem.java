package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.Published;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed of any kind.
 *
 * @param id what the feed calls it: guid, Atom id
 * @param link its canonical address
 * @param headline one line; may be empty
 * @param body paragraphs parted by line feeds; may be empty
 * @param source whom the item comes from, where it says so and that is not the feed
 */
record FeedItem(
    @Nullable String id,
    @Nullable String link,
    String headline,
    String body,
    Published published,
    @Nullable String language,
    @Nullable String source) {

  FeedItem withoutLink() {
    return new FeedItem(id, null, headline, body, published, language, source);
  }
}
