package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.article.Reading;
import java.util.concurrent.CompletableFuture;

/** Where articles and refusals are published. */
public interface ReadingSink {

  /**
   * Publishes; done when it is safe, failed where it is not. Again is harmless: the id is the same.
   */
  CompletableFuture<Void> publish(Reading reading);
}
