package io.wirewatch.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may answer who is asked whether an alert is relevant. */
enum LabelAnswer {
  YES,
  NO,
  SKIP,
  BACK,
  QUIT;

  /** The answer that a line is: its first letter, or the word; empty where it is none. */
  static Optional<LabelAnswer> of(String line) {
    String typed = line.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            answer -> typed.equals(answer.name()) || typed.equals(answer.name().substring(0, 1)))
        .findFirst();
  }
}
