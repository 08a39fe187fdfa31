package io.wirewatch.ingest.http;

import io.wirewatch.contract.http.BoundedServer;
import io.wirewatch.ingest.ArticleSink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;

/**
 * Receives articles over HTTP: {@code POST /articles} with one JSON object, an array of them
 * ({@code application/json}), or JSON lines ({@code application/x-ndjson}, {@code
 * application/jsonl}), as {@link io.wirewatch.ingest.json.ArticleJson} says.
 *
 * <p>A request has to call this server by one of its {@linkplain
 * io.wirewatch.contract.http.AllowedHosts names}, else it is refused: 421 for {@code Host}, 403 for
 * {@code Origin}.
 *
 * <p>202 with {@code {"ids":[…]}} once the cluster has acknowledged every article. A request is
 * taken as a whole: where one article is wrong nothing is published, and 400 says which line and
 * field. 503 names in {@code ids} what was acknowledged where not all was; the same request can be
 * posted again. 413 over 8 MiB, 415, 405, 404; 429 with {@code Retry-After} where too much is under
 * way.
 */
public final class ArticleReceiver implements AutoCloseable {
  /** Where articles are posted to. */
  public static final String PATH = "/articles";

  private final BoundedServer server;

  /**
   * Listens from now on.
   *
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public ArticleReceiver(ReceiverConfig config, ArticleSink sink, Clock clock) throws IOException {
    server =
        new BoundedServer(
            config.address(),
            config.mostRequests(),
            config.patience(),
            new ArticleHandler(config, sink, clock));
  }

  /** The same for a server that answers more than this; it asks at {@link #PATH}. */
  public static BoundedServer.Handler handler(
      ReceiverConfig config, ArticleSink sink, Clock clock) {
    return new ArticleHandler(config, sink, clock);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Takes no more requests; those under way have a second to end. */
  @Override
  public void close() {
    server.close();
  }
}
