package io.wirewatch.ingest;

import io.wirewatch.RawArticle;
import java.util.concurrent.CompletableFuture;

/** Where articles are published. */
public interface ArticleSink {

  /**
   * Publishes an article.
   *
   * @return done when the article is safe, failed where it is not; publishing it again is then
   *     harmless, since it has the same id
   */
  CompletableFuture<Void> publish(RawArticle article);
}
