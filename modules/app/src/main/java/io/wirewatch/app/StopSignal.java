package io.wirewatch.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish that a run that stays up ends (Ctrl-C, or a termination signal). The process then
 * waits for the run to close, and ends with exit code 0. So it is opened before all that has to be
 * closed: what is still open when this is closed is cut off. Before the run first looks whether the
 * wish has come, there is nothing to wait for.
 */
final class StopSignal implements AutoCloseable {
  private static final Duration MOST_FOR_CLOSING = Duration.ofMillis(4_900);

  private final Duration mostForClosing;
  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean heeded;
  private final Thread hook = new Thread(this::endProcess, "stop");

  private StopSignal(Duration mostForClosing) {
    this.mostForClosing = mostForClosing;
  }

  static StopSignal listen() {
    return listen(MOST_FOR_CLOSING);
  }

  /** The same for a run that has more to close. */
  static StopSignal listen(Duration mostForClosing) {
    StopSignal signal = new StopSignal(mostForClosing);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
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
      Runtime.getRuntime().halt(clean ? 0 : 1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
