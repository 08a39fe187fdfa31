package io.wirewatch.app;

import io.wirewatch.embedded.PortInUseException;
import io.wirewatch.ingest.ArticleSink;
import io.wirewatch.ingest.http.ArticleReceiver;
import io.wirewatch.ingest.http.ReceiverConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
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

  /** Where a server is to listen, from what the user said. */
  static InetSocketAddress address(String host, int port) {
    InetSocketAddress address = new InetSocketAddress(host, Pipeline.Ports.legal("--port", port));
    if (address.isUnresolved()) {
      throw new Refusal("no address is known for " + host + ": give one of this machine's");
    }
    return address;
  }

  /** Where articles are posted to. */
  static String url(ArticleReceiver receiver) {
    return "http://%s:%d/articles"
        .formatted(receiver.address().getAddress().getHostAddress(), receiver.address().getPort());
  }
}
