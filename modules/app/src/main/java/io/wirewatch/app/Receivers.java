package io.wirewatch.app;

import io.wirewatch.embedded.PortInUseException;
import io.wirewatch.ingest.ArticleSink;
import io.wirewatch.ingest.http.ArticleReceiver;
import io.wirewatch.ingest.http.ReceiverConfig;
import java.io.IOException;
import java.time.Clock;

/** The endpoint for articles, opened such that a taken port is told as any other. */
final class Receivers {
  private Receivers() {}

  static ArticleReceiver start(ReceiverConfig config, ArticleSink sink) {
    try {
      return new ArticleReceiver(config, sink, Clock.systemUTC());
    } catch (IOException taken) {
      throw new PortInUseException(config.address().getPort(), taken);
    }
  }

  /** Where articles are posted to. */
  static String url(ArticleReceiver receiver) {
    return "http://%s:%d/articles"
        .formatted(receiver.address().getAddress().getHostAddress(), receiver.address().getPort());
  }
}
