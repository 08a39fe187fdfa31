package io.wirewatch.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works with a cluster until it is closed. While the cluster is not as it should be
 * it begins anew, every second; where that lasts, or the cluster refuses it, it ends and says why.
 */
public final class ClusterWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterWorker.class);

  /** So long a cluster may be away before the command gives up, as stages do. */
  private static final Duration MOST_WITHOUT_CLUSTER = Duration.ofMinutes(5);

  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(10);

  private final Work work;
  private final Thread thread;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile long beatNanos = System.nanoTime();
  private volatile boolean stopping;

  /** What the thread does; it alone calls this. */
  public interface Work {

    /** Joins, and works round by round until {@link #isStopping}; says {@link #beat} in each. */
    void work();

    /** Forgets what others may have by now. */
    void giveUp();

    /** Lets go of everything; the last that is called. */
    void end();
  }

  /** One that does not work yet. */
  public ClusterWorker(String name, Work work) {
    this.work = work;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins to work. */
  public void start() {
    thread.start();
  }

  /** The cluster has answered. */
  public void beat() {
    beatNanos = System.nanoTime();
  }

  /** Whether it was in touch with the cluster within this time. */
  public boolean isWorking(Duration within) {
    return System.nanoTime() - beatNanos < within.toNanos();
  }

  /** Whether it is to end. */
  public boolean isStopping() {
    return stopping;
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  private void run() {
    try {
      while (!stopping) {
        workOnce();
      }
    } catch (RuntimeException | Error broken) {
      // Whoever waits for it is told, whatever it is.
      LOG.error("{} stopped", thread.getName(), broken);
      failure.set(broken);
    } finally {
      work.end();
    }
  }

  /** Works until it is to stop, or the cluster is not as it should be: then all is read anew. */
  private void workOnce() {
    try {
      work.work();
    } catch (AuthenticationException | AuthorizationException refused) {
      throw refused;
    } catch (KafkaException broken) {
      if (!isWorking(MOST_WITHOUT_CLUSTER)) {
        throw broken;
      }
      LOG.warn("the cluster is not there as it should be; in a second everything anew", broken);
      work.giveUp();
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /** Lets what is under way end, within seconds. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(MOST_FOR_CLOSING.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
