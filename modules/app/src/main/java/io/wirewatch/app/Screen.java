package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.contract.AlertJson;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a run shows itself: alerts on standard output, talk on standard error. On a terminal the
 * last line is a counter that keeps still; in a pipe there is none. Thread-safe: no line is torn.
 */
final class Screen {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final PrintStream err;
  private final PrintStream cursor;
  private final Terminal terminal;
  private String counter = "";

  /**
   * What is a terminal.
   *
   * @param json whether the user wants JSON lines on a terminal too
   */
  record Terminal(boolean out, boolean err, boolean json) {

    /** Standard output and error as the launcher found them. */
    static Terminal of(boolean json) {
      return new Terminal(isOne("out"), isOne("err"), json);
    }

    /** Whether somebody types what is read from standard input. */
    static boolean isTyped() {
      return isOne("in");
    }

    /** Whether alerts are lines for people. */
    boolean readableAlerts() {
      return out && !json;
    }

    private static boolean isOne(String stream) {
      return List.of(System.getProperty("wirewatch.terminals", "").split(",")).contains(stream);
    }
  }

  Screen(PrintStream out, PrintStream err, PrintStream cursor, Terminal terminal) {
    this.out = out;
    this.err = err;
    this.cursor = cursor;
    this.terminal = terminal;
  }

  /** One line of talk. */
  synchronized void say(String line) {
    clear();
    err.println(Printable.line(line));
    draw();
  }

  /** The screen of a command; {@code json} where alerts are lines of JSON on a terminal too. */
  static Screen standard(boolean json) {
    return new Screen(Standard.out(), Standard.err(), Standard.cursor(), Terminal.of(json));
  }

  /** The screen of a command that shows no alerts. */
  static Screen standard() {
    return standard(true);
  }

  /** One line of data. */
  synchronized void data(String line) {
    // Elsewhere the line does not meet the counter: it need not be drawn anew for each.
    if (terminal.out()) {
      clear();
    }
    out.println(line);
    out.flush();
    if (terminal.out()) {
      draw();
    }
  }

  /** One alert. */
  synchronized void alert(Alert alert) {
    data(terminal.readableAlerts() ? AlertText.lines(alert) : AlertJson.line(alert));
  }

  /** What the counter says from now on. */
  synchronized void count(String line) {
    if (!line.equals(counter)) {
      clear();
      counter = line;
      draw();
    }
  }

  /** No counter any more. */
  synchronized void endCounter() {
    clear();
    counter = "";
  }

  private void clear() {
    if (terminal.err() && !counter.isEmpty()) {
      cursor.print(CLEAR_LINE);
      cursor.flush();
    }
  }

  private void draw() {
    if (terminal.err() && !counter.isEmpty()) {
      err.print(counter);
      err.flush();
    }
  }
}
