package io.wirewatch.app;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.ArticleSink;
import io.wirewatch.ingest.json.DryRunLine;
import java.util.concurrent.CompletableFuture;

/** Shows articles instead of publishing them. */
final class DryRun implements ArticleSink {
  private final Screen screen;

  DryRun(Screen screen) {
    this.screen = screen;
  }

  @Override
  public CompletableFuture<Void> publish(RawArticle article) {
    screen.data(DryRunLine.of(article, "POST /articles"));
    return CompletableFuture.completedFuture(null);
  }
}
