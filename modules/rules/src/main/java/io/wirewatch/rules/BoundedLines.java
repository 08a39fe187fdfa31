package io.wirewatch.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** The lines of a text, of which no more than a bound is held in memory. */
final class BoundedLines {
  private final BufferedReader in;
  private final int longest;
  private final StringBuilder line = new StringBuilder();
  private int number;
  private boolean tooLong;

  BoundedLines(BufferedReader in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line, cut off at the bound; empty at the end. */
  Optional<String> next() throws IOException {
    line.setLength(0);
    tooLong = false;
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    number++;
    while (c >= 0 && c != '\n') {
      if (line.length() < longest) {
        line.append((char) c);
      } else {
        tooLong = true;
      }
      c = in.read();
    }
    return Optional.of(line.toString());
  }

  /** The number of the line that was read last, counted from 1. */
  int number() {
    return number;
  }

  /** Whether the line that was read last was cut off. */
  boolean tooLong() {
    return tooLong;
  }
}
