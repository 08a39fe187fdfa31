package io.wirewatch.app;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line that says how far long work is: on a terminal where it takes over a second, in the log
 * every five.
 */
final class ProgressLine implements AutoCloseable {
  /** How often the work is looked at. */
  static final Duration LOOK = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(ProgressLine.class);
  private static final int LOOKS_BEFORE_SHOWN = 5;
  private static final int LOOKS_A_LINE_OF_LOG = 25;

  private final Screen screen;
  private final Supplier<@Nullable String> line;
  private final Timer timer = new Timer("progress", true);
  private int looks;
  private boolean closed;

  /**
   * A line of some work.
   *
   * @param line asked at every look, by one thread at a time; null while there is nothing to say
   */
  ProgressLine(Screen screen, Supplier<@Nullable String> line) {
    this.screen = screen;
    this.line = line;
  }

  /** Looks by itself from now on, until it is closed. */
  void start() {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            look();
          }
        };
    timer.schedule(task, LOOK.toMillis(), LOOK.toMillis());
  }

  /** One look. */
  void look() {
    synchronized (screen) {
      String said = closed ? null : line.get();
      if (said != null) {
        show(said);
      }
    }
  }

  @Override
  public void close() {
    timer.cancel();
    synchronized (screen) {
      closed = true;
      screen.endCounter();
    }
  }

  private void show(String said) {
    looks++;
    if (looks >= LOOKS_BEFORE_SHOWN) {
      screen.count(said);
    }
    if (looks % LOOKS_A_LINE_OF_LOG == 0) {
      LOG.info("{}", said);
    }
  }
}
