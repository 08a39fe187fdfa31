package io.wirewatch.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done ahead by other threads, and taken in the order in which it was given. */
final class Ahead<T> implements AutoCloseable {
  private static final int A_THREAD = 4;

  private final ExecutorService threads;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private final int most;

  Ahead(int threads) {
    this.threads = Executors.newFixedThreadPool(threads, Ahead::thread);
    this.most = A_THREAD * threads;
  }

  void add(Callable<T> work) {
    underWay.add(threads.submit(work));
  }

  boolean isFull() {
    return underWay.size() > most;
  }

  boolean isEmpty() {
    return underWay.isEmpty();
  }

  /** The oldest; waits for it. What the work threw is thrown as it is. */
  T next() throws InterruptedException {
    try {
      return underWay.remove().get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "replay");
    thread.setDaemon(true);
    return thread;
  }
}
