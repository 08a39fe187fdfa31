package io.wirewatch.ingest.feed;

/** What an element of a feed is called: a name of a vocabulary, in lower case. */
record Name(Vocabulary vocabulary, String name) {}
