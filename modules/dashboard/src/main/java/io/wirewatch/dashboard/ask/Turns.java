package io.wirewatch.dashboard.ask;

import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Reply.Whole;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions that cost something: so many at once, each within a time. Thread-safe. */
final class Turns implements AutoCloseable {
  /* Who waits is answered in time, whatever the question does. A question that does not end when it is interrupted keeps
   * its turn until it has ended: what runs is never more than there are turns. */
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final int IDLE_SECONDS = 30;

  private final Bounds bounds;
  private final ThreadPoolExecutor threads;

  /**
   * What holds.
   *
   * @param what is asked, as its threads are called
   * @param atOnce so many
   * @param most so long
   * @param advice for whoever was not answered in that time; a sentence
   */
  record Bounds(String what, int atOnce, Duration most, String advice) {}

  Turns(Bounds bounds) {
    this.bounds = bounds;
    this.threads =
        new ThreadPoolExecutor(
            0,
            bounds.atOnce(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, bounds.what());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The answer; or 429 where all turns are taken, or 503 where it takes too long. */
  Reply take(Callable<Reply> question) {
    Future<Reply> answer;
    try {
      answer = threads.submit(question);
    } catch (RejectedExecutionException full) {
      LOG.debug("all turns of {} are taken", bounds.what(), full);
      return refusal(
          429,
          "%d such questions are being answered already; ask again in a few seconds"
              .formatted(bounds.atOnce()));
    }
    try {
      return answer.get(bounds.most().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn("{} took more than {}", bounds.what(), bounds.most(), late);
      answer.cancel(true);
      return refusal(
          503,
          "this took more than %d s; %s".formatted(bounds.most().toSeconds(), bounds.advice()));
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return refusal(503, "the dashboard is being stopped");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(bounds.what() + " failed", failed.getCause());
    }
  }

  private static Reply refusal(int status, String sentence) {
    Whole said = (Whole) Reply.error(status, sentence);
    return new Whole(status, said.type(), said.content(), Map.of("Retry-After", "5"));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
