package io.wirewatch.enrich;

import io.wirewatch.RawArticle;

/** An article that is new, or whose text has changed; revision 1 is its first text. */
public record Revised(RawArticle article, int revision) {}
