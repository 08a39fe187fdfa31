package io.wirewatch.enrich.story;

/** The first article of a story, as it is kept to know its copies. */
public record FirstArticle(String article, long eventMillis, Sketch sketch) {}
