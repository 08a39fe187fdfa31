package io.wirewatch.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish that a run ends (Ctrl-C, or a termination signal). The process then waits for the
 * run to close, and ends with its exit code: 0 of a run that stays up, since it did all that it was
 * to do. So it is opened before all that has to be closed: what is still open when this is closed
 * is cut off. Before the run first looks whether the wish has come, there is nothing to wait for.
 */
final class StopSignal implements AutoCloseable {
  private static final Duration MOST_FOR_CLOSING = Duration.ofMillis(4_900);

  private final Duration mostForClosing;
  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean heeded;
  private volatile int exit;
  private final Thread hook = new Thread(this::endProcess, "stop");

  private StopSignal(Duration mostForClosing, int exit) {
    this.mostForClosing = mostForClosing;
    this.exit = exit;
  }

  static StopSignal listen() {
    return listen(MOST_FOR_CLOSING, 0);
  }

  /**
   * The same for a run that has more to close, and something to come to: where it is told to stop,
   * the process ends with 1 unless it says by {@link #exit} how it ended.
   */
  static StopSignal listen(Duration mostForClosing) {
    return listen(mostForClosing, 1);
  }

  private static StopSignal listen(Duration mostForClosing, int exit) {
    StopSignal signal = new StopSignal(mostForClosing, exit);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Whether the wish has come. */
  boolean isWanted() {
    return within(Duration.ZERO);
  }

  /** The run ends with that exit code; returns it. */
  int exit(int code) {
    exit = code;
    return code;
  }

  /** Waits for the wish; whether it has come. */
  boolean within(Duration time) {
    heeded = true;
    try {
      return wanted.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Waits until the wish comes. */
  void await() {
    heeded = true;
    try {
      wanted.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run has closed all that it had. */
  @Override
  public void close() {
    closed.countDown();
    if (wanted.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void endProcess() {
    wanted.countDown();
    try {
      boolean clean = heeded && closed.await(mostForClosing.toMillis(), TimeUnit.MILLISECONDS);
      // Without this the exit code would be the signal's, as if something had gone wrong.
      Scratch.delete();
      Runtime.getRuntime().halt(clean ? exit : 1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
