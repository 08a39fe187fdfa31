package io.wirewatch.journey.faults;

/**
 * One thing that a topic has to hold, or holds.
 *
 * @param article id of the article that it is about
 * @param revision which text of the article; never goes down within an article
 * @param what all else that tells it from other items of the article
 */
record Item(String article, int revision, String what) {}
