package io.wirewatch.deliver.dispatch;

import io.wirewatch.deliver.target.Message;
import io.wirewatch.deliver.target.Target;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that bring messages to targets. For one thread that hands out and takes back. */
final class Couriers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

  private final Clock clock;
  private final ExecutorService threads = Executors.newCachedThreadPool(Couriers::thread);
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final Map<String, Queue<Target>> free = new ConcurrentHashMap<>();
  private final List<Future<?>> underWay = new ArrayList<>();

  /**
   * What is to be brought.
   *
   * @param untilNanos it is not begun after that, by {@link System#nanoTime}
   * @param tenure what comes of it counts only in that one
   */
  record Order(TargetSpec spec, String key, Message message, long untilNanos, int tenure) {}

  /**
   * What came of it.
   *
   * @param answer null where it was not tried
   */
  record Result(Order order, Target.@Nullable Answer answer, int tookMillis) {}

  Couriers(Clock clock) {
    this.clock = clock;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "courier");
    thread.setDaemon(true);
    return thread;
  }

  void begin(Order order) {
    underWay.removeIf(Future::isDone);
    underWay.add(threads.submit(() -> bring(order)));
  }

  private void bring(Order order) {
    long began = System.nanoTime();
    Target.Answer answer = null;
    try {
      // A process that was stopped in between may have been replaced.
      if (began - order.untilNanos() < 0) {
        answer = attempt(order);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      long took = (System.nanoTime() - began) / 1_000_000;
      results.add(new Result(order, answer, (int) Math.min(took, Integer.MAX_VALUE)));
    }
  }

  private Target.Answer attempt(Order order) throws InterruptedException {
    Queue<Target> opened =
        free.computeIfAbsent(order.spec().name(), name -> new ConcurrentLinkedQueue<>());
    Target target = opened.poll();
    boolean isFit = false;
    try {
      target = target == null ? order.spec().open(clock) : target;
      Target.Answer answer = target.send(order.message());
      isFit = true;
      return answer;
    } catch (RuntimeException broken) {
      LOG.error("an attempt at {} broke", order.spec().name(), broken);
      return new Target.Answer.Later(
          "the attempt broke (%s); the log says more".formatted(broken.getClass().getSimpleName()),
          Optional.empty());
    } finally {
      if (isFit) {
        opened.add(target);
      } else if (target != null) {
        target.close();
      }
    }
  }

  /** What has ended; waits for one at most that long where none has. */
  List<Result> ended(Duration patience) throws InterruptedException {
    List<Result> ended = new ArrayList<>();
    Result first = results.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      ended.add(first);
      results.drainTo(ended);
    }
    return ended;
  }

  /** Ends what is under way. */
  void stop() {
    underWay.forEach(task -> task.cancel(true));
    underWay.clear();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    free.values().forEach(opened -> opened.forEach(Target::close));
    free.clear();
  }
}
