package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that poll what they are handed. For one thread that hands out and takes back. */
final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final ExecutorService threads = Executors.newCachedThreadPool(Workers::thread);
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final Set<String> underWay = new HashSet<>();

  /**
   * A poll's end.
   *
   * @param gain when this instance gained the partition: it counts only while that holds
   * @param after null where it broke in a way that nobody foresaw
   */
  record Result(Timetable.Turn turn, int partition, int gain, @Nullable FeedState after) {
    String name() {
      return turn.source().name();
    }

    /** What is known now: what was, where the poll broke. */
    FeedState known() {
      return after == null ? turn.state() : after;
    }

    Result with(FeedState state) {
      return new Result(turn, partition, gain, state);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "poll");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins a poll, or what stands for one, at once. */
  void begin(
      Timetable.Turn turn, int partition, int gain, Function<Timetable.Turn, FeedState> poll) {
    underWay.add(turn.source().name());
    threads.execute(
        () -> {
          FeedState after = null;
          try {
            after = poll.apply(turn);
          } catch (RuntimeException broken) {
            LOG.error("the poll of {} broke", turn.source().name(), broken);
          } finally {
            results.add(new Result(turn, partition, gain, after));
          }
        });
  }

  /** Those that have ended since this was asked last. */
  List<Result> ended() {
    List<Result> ended = new ArrayList<>();
    results.drainTo(ended);
    ended.forEach(result -> underWay.remove(result.name()));
    return ended;
  }

  /** Waits for one more to end; empty where none does within that time. */
  Optional<Result> next(Duration patience) throws InterruptedException {
    Optional<Result> next =
        Optional.ofNullable(results.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    next.ifPresent(result -> underWay.remove(result.name()));
    return next;
  }

  /** Whether nothing is under way. */
  boolean isIdle() {
    return underWay.isEmpty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
