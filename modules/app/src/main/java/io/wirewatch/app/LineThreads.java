package io.wirewatch.app;

import io.wirewatch.ingest.json.BoundedLines;
import io.wirewatch.ingest.json.BoundedLines.Line;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work on the lines of a stream; what they make comes out in the order of the lines,
 * each as soon as it and all before it are made. What is under way is bounded, whatever the number
 * of threads and the length of the stream.
 */
final class LineThreads<T> implements AutoCloseable {
  /* The threads read in turn: who holds the lines takes the next one and with it the next place in the queue, and works on
   * it when the next thread holds them. So a line also comes out while somebody waits for the one behind it. There is
   * room for the bytes of one longest line, or of many short ones: several threads need no more memory than one. */

  /** What a line takes of the room, however short it is: its results have a size too. */
  static final int LEAST_BYTES = 4 * 1024;

  /** What has room together. */
  static final int MOST_BYTES = LineWork.MOST_LINE_BYTES;

  private final BoundedLines lines;
  private final Function<Line, T> work;
  private final Semaphore room = new Semaphore(MOST_BYTES);
  private final BlockingQueue<Place<T>> queue = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(LineThreads::thread);
  private boolean ended;

  /** What was made of a line of so many bytes. */
  record Made<T>(long bytes, T value) {}

  /** A place in the queue; of the end, where there is nothing to make, of a trouble, or null. */
  private record Place<T>(int room, FutureTask<@Nullable Made<T>> making) {}

  /** Threads for this work, none of which has begun. */
  LineThreads(BoundedLines lines, Function<Line, T> work) {
    this.lines = lines;
    this.work = work;
  }

  /** Has so many threads begin. */
  void start(int count) {
    for (int i = 0; i < count; i++) {
      threads.execute(this::work);
    }
  }

  /**
   * What was made of the next line; null at the end.
   *
   * @throws IOException where the line could not be read; what the work threw is thrown as it is
   */
  @Nullable Made<T> next() throws IOException {
    try {
      Place<T> place = queue.take();
      Made<T> made = place.making.get();
      room.release(place.room);
      return made;
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void work() {
    try {
      for (Place<T> place = take(); place != null; place = take()) {
        place.making.run();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next place; null where another thread has the last one. */
  private @Nullable Place<T> take() throws InterruptedException {
    synchronized (lines) {
      if (ended) {
        return null;
      }
      Place<T> place = place();
      room.acquire(place.room);
      queue.add(place);
      return place;
    }
  }

  private Place<T> place() {
    try {
      Line line = lines.next();
      if (line != null) {
        int bytes = line.bytes().remaining();
        int taken = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, bytes));
        return new Place<>(taken, new FutureTask<>(() -> new Made<>(bytes + 1L, work.apply(line))));
      }
      ended = true;
      return new Place<>(0, new FutureTask<>(() -> null));
    } catch (IOException | RuntimeException | Error failed) {
      ended = true;
      return new Place<>(
          0,
          new FutureTask<>(
              () -> {
                throw failed;
              }));
    }
  }

  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException failed ? failed : new IOException(cause);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lines");
    // One that waits for input must not keep the process from ending.
    thread.setDaemon(true);
    return thread;
  }
}
