package io.wirewatch.contract.http;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when the thread that made it has to be done with what it does. It is interrupted then:
 * writing to somebody who takes nothing ends with an {@link java.io.IOException}, and the
 * connection with it. Thread-safe.
 */
public final class Deadline {
  private final Thread thread = Thread.currentThread();
  private final ScheduledExecutorService alarms;
  private @Nullable ScheduledFuture<?> alarm;
  private long turn;

  Deadline(ScheduledExecutorService alarms) {
    this.alarms = alarms;
  }

  /** From now on so much time, whatever was set before. */
  public synchronized void within(Duration time) {
    none();
    long mine = turn;
    alarm = alarms.schedule(() -> ring(mine), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** No deadline until another is set; nothing of an earlier one happens any more. */
  public synchronized void none() {
    turn++;
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  private synchronized void ring(long wanted) {
    if (wanted == turn) {
      thread.interrupt();
    }
  }
}
