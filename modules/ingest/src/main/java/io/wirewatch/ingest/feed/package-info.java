/**
 * Feeds: RSS 0.9x to 2.0, RSS 1.0 and 1.1 (RDF), Atom 0.3 and 1.0, CDF, JSON Feed; and OPML, which
 * lists feeds. Bytes become text ({@link io.wirewatch.ingest.feed.FeedText}), text a tree within
 * bounds ({@link io.wirewatch.ingest.feed.FeedTree}), a tree items ({@link
 * io.wirewatch.ingest.feed.XmlFeed}).
 */
@NullMarked
package io.wirewatch.ingest.feed;

import org.jspecify.annotations.NullMarked;
