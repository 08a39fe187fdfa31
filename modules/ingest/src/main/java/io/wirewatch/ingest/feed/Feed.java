package io.wirewatch.ingest.feed;

import java.util.List;

/** A feed of any kind, in its own order. */
record Feed(FeedHints hints, List<FeedItem> items) {}
