package io.wirewatch.ingest.article;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;

/** What a reader makes of one piece of its input: an article, or why there is none. */
public sealed interface Reading {

  /** An article that can be published. */
  record Read(RawArticle article) implements Reading {}

  /** Content that cannot be used. */
  record Refused(Rejection rejection) implements Reading {}
}
