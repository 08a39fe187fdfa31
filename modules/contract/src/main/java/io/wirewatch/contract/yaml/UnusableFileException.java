package io.wirewatch.contract.yaml;

import java.util.List;

/** A file of settings that cannot be used: every problem of it, each with its line. */
public final class UnusableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Made by List.copyOf.
  private final List<String> problems;

  UnusableFileException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line each, never empty: {@code sources.yaml:12: what is wrong, and what to do}. */
  public List<String> problems() {
    return problems;
  }
}
