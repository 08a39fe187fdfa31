package io.wirewatch.app;

import io.wirewatch.alert.RulePublisher;
import io.wirewatch.rules.LoadProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far long work on rules is: a line on a terminal that takes over a second, a line in the log
 * every five.
 */
final class RuleProgress implements LoadProgress, RulePublisher.Progress, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleProgress.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int LOOKS_BEFORE_SHOWN = 5;
  private static final int LOOKS_A_LINE_OF_LOG = 25;

  private final Phase reading = new Phase("read");
  private final Phase compiling = new Phase("compiled");
  private final Phase writing = new Phase("published");
  private final Screen screen;
  private final Timer timer = new Timer("rule-progress", true);
  private volatile @Nullable Phase now;

  /** A part of the work; told of by the working thread, looked at by the timer. */
  private static final class Phase {
    private final String verb;
    private volatile int done;
    private volatile int all;
    private int looks;

    Phase(String verb) {
      this.verb = verb;
    }

    String line() {
      double seconds = LOOK.multipliedBy(++looks).toMillis() / 1e3;
      return String.format(
          Locale.ROOT,
          "rules: %,d%s %s · %,.0f a second",
          done,
          all > 0 ? String.format(Locale.ROOT, " of %,d", all) : "",
          verb,
          done / seconds);
    }
  }

  RuleProgress(Screen screen) {
    this.screen = screen;
  }

  /** Shows from now on, until it is closed. */
  static RuleProgress show() {
    RuleProgress progress = new RuleProgress(Screen.standard());
    progress.timer.schedule(progress.new Look(), LOOK.toMillis(), LOOK.toMillis());
    return progress;
  }

  @Override
  public void read(int rules) {
    tell(reading, rules, 0);
  }

  @Override
  public void compiled(int rules, int all) {
    tell(compiling, rules, all);
  }

  @Override
  public void written(int records, int all) {
    tell(writing, records, all);
  }

  @Override
  public void close() {
    timer.cancel();
    synchronized (screen) {
      now = null;
      screen.endCounter();
    }
  }

  private void tell(Phase phase, int done, int all) {
    phase.done = done;
    phase.all = all;
    now = phase;
  }

  /** What happens a look. */
  final class Look extends TimerTask {
    private int looks;

    @Override
    public void run() {
      synchronized (screen) {
        Phase phase = now;
        if (phase != null) {
          show(phase.line());
        }
      }
    }

    private void show(String line) {
      looks++;
      if (looks >= LOOKS_BEFORE_SHOWN) {
        screen.count(line);
      }
      if (looks % LOOKS_A_LINE_OF_LOG == 0) {
        LOG.info("{}", line);
      }
    }
  }
}
