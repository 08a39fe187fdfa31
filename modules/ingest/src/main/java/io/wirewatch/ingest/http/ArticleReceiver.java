package io.wirewatch.ingest.http;

import com.sun.net.httpserver.HttpServer;
import io.wirewatch.ingest.ArticleSink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Receives articles over HTTP: {@code POST /articles} with one JSON object, an array of them
 * ({@code application/json}), or JSON lines ({@code application/x-ndjson}, {@code
 * application/jsonl}), as {@link io.wirewatch.ingest.json.ArticleJson} says.
 *
 * <p>A request has to call this server by one of its {@linkplain io.wirewatch.contract.AllowedHosts
 * names}, else it is refused: 421 for {@code Host}, 403 for {@code Origin}.
 *
 * <p>202 with {@code {"ids":[…]}} once the cluster has acknowledged every article. A request is
 * taken as a whole: where one article is wrong nothing is published, and 400 says which line and
 * field. 503 names in {@code ids} what was acknowledged where not all was; the same request can be
 * posted again. 413 over 8 MiB, 415, 405, 404; 429 with {@code Retry-After} where too much is under
 * way.
 */
public final class ArticleReceiver implements AutoCloseable {
  private static final int MORE_THREADS = 512;
  private static final int MOST_WAITING = 256;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();

  /**
   * Listens from now on.
   *
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public ArticleReceiver(ReceiverConfig config, ArticleSink sink, Clock clock) throws IOException {
    server = HttpServer.create(config.address(), MOST_WAITING);
    // The JDK's server reads the head of a request on such a thread. Many more than requests that
    // are
    // let in: those whose heads do not come must not keep the others waiting, and somebody has to
    // say that there are too many.
    int most = config.mostRequests() + MORE_THREADS;
    threads = new ThreadPoolExecutor(1, most, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    server.setExecutor(threads);
    server.createContext("/", new ArticleHandler(config, sink, clock, alarms));
    server.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Takes no more requests; those under way have a second to end. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
    alarms.shutdownNow();
  }
}
