package io.wirewatch.app;

import io.wirewatch.Alert;
import java.io.PrintStream;

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

  /** What is a terminal, and whether alerts are lines for people. */
  record Terminal(boolean err, boolean readableAlerts) {

    /**
     * Standard output and error as the launcher found them.
     *
     * @param json whether the user wants JSON lines on a terminal too
     */
    static Terminal of(boolean json) {
      String terminals = System.getProperty("wirewatch.terminals", "");
      return new Terminal(terminals.contains("err"), terminals.contains("out") && !json);
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
    clear();
    out.println(line);
    out.flush();
    draw();
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
