package io.wirewatch.benchmarks.feeds;

/** What a reader found in an item; either may be empty. */
record FeedItemText(String title, String text) {}
