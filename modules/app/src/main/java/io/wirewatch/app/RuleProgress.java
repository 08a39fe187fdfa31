package io.wirewatch.app;

import io.wirewatch.alert.RulePublisher;
import io.wirewatch.rules.LoadProgress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far long work on rules is. */
final class RuleProgress implements LoadProgress, RulePublisher.Progress, AutoCloseable {
  private final Phase reading = new Phase("read");
  private final Phase compiling = new Phase("compiled");
  private final Phase writing = new Phase("published");
  private final ProgressLine shown;
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
      double seconds = ProgressLine.LOOK.multipliedBy(++looks).toMillis() / 1e3;
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
    shown = new ProgressLine(screen, this::line);
  }

  /** Shows from now on, until it is closed. */
  static RuleProgress show() {
    RuleProgress progress = new RuleProgress(Screen.standard());
    progress.shown.start();
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
    shown.close();
  }

  /** What a timer does every 200 ms. */
  void look() {
    shown.look();
  }

  private @Nullable String line() {
    Phase phase = now;
    return phase == null ? null : phase.line();
  }

  private void tell(Phase phase, int done, int all) {
    phase.done = done;
    phase.all = all;
    now = phase;
  }
}
