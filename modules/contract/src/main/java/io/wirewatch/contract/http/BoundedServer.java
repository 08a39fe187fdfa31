package io.wirewatch.contract.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's server within bounds: of threads, of the time that a request takes to arrive, and of
 * the time that its answer takes to be made and taken.
 */
public final class BoundedServer implements AutoCloseable {
  private static final int MORE_THREADS = 512;
  private static final int MOST_WAITING = 256;
  private static final Duration MOST_FOR_AN_ANSWER = Duration.ofSeconds(90);

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1);

  /** Answers one request; the exchange is closed afterwards. */
  public interface Handler {

    /**
     * Answers.
     *
     * @param arrival to be cancelled once the request has arrived; else its connection ends
     */
    void handle(HttpExchange exchange, ScheduledFuture<?> arrival) throws IOException;
  }

  /** The same for answers that may last: it sets the deadline of each by itself. */
  public interface LastingHandler {

    /**
     * Answers.
     *
     * @param arrival to be cancelled once the request has arrived; else its connection ends
     * @param deadline 90 seconds from the beginning, until the handler sets another
     */
    void handle(HttpExchange exchange, ScheduledFuture<?> arrival, Deadline deadline)
        throws IOException;
  }

  /**
   * Listens from now on.
   *
   * @param mostRequests that the handler lets in at once
   * @param patience for a request to arrive
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public BoundedServer(
      InetSocketAddress address, int mostRequests, Duration patience, Handler handler)
      throws IOException {
    this(
        address,
        mostRequests,
        patience,
        (exchange, arrival, deadline) -> handler.handle(exchange, arrival));
  }

  /** The same with answers that may last. */
  public BoundedServer(
      InetSocketAddress address, int mostRequests, Duration patience, LastingHandler handler)
      throws IOException {
    alarms.setRemoveOnCancelPolicy(true);
    server = HttpServer.create(address, MOST_WAITING);
    // The JDK's server reads the head of a request on such a thread. Many more than requests that
    // are
    // let in: those whose heads do not come must not keep the others waiting, and somebody has to
    // say that there are too many.
    int most = mostRequests + MORE_THREADS;
    threads = new ThreadPoolExecutor(1, most, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, patience, handler));
    server.start();
  }

  private void handle(HttpExchange exchange, Duration patience, LastingHandler handler)
      throws IOException {
    Deadline deadline = new Deadline(alarms);
    deadline.within(MOST_FOR_AN_ANSWER);
    // Closing the exchange is what ends the wait for a body that does not come.
    ScheduledFuture<?> arrival =
        alarms.schedule(exchange::close, patience.toMillis(), TimeUnit.MILLISECONDS);
    try (exchange) {
      handler.handle(exchange, arrival, deadline);
    } finally {
      arrival.cancel(false);
      deadline.none();
    }
  }

  /** Reads what is left of a body: a client that is still sending would not read the answer. */
  public static void drain(InputStream body, int mostBytes) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    int drained = 0;
    for (int n = body.read(buffer); n > 0 && drained < mostBytes; n = body.read(buffer)) {
      drained += n;
    }
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
