package io.wirewatch.deliver.target;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what may hang, for so long and no longer. It is done by another thread, since sockets and
 * name services know neither interrupts nor deadlines for the whole.
 */
final class Attempt implements AutoCloseable {
  /** So many may hang in spite of being ended; then there are no new ones until one comes back. */
  private static final int MOST = 4;

  private final ThreadPoolExecutor threads;

  /**
   * @param name of what is done, in lists of threads
   */
  Attempt(String name) {
    threads =
        new ThreadPoolExecutor(
            0,
            MOST,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * What the work returns.
   *
   * @param end makes the work end at once; called where it takes too long or we are interrupted
   * @throws TimeoutException where it takes longer, or where too many before it still hang
   * @throws ExecutionException where it fails
   */
  <T> T within(Duration limit, Callable<T> work, Runnable end)
      throws InterruptedException, TimeoutException, ExecutionException {
    Future<T> running;
    try {
      running = threads.submit(work);
    } catch (RejectedExecutionException full) {
      throw new TimeoutException();
    }
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException late) {
      running.cancel(true);
      end.run();
      throw late;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
