package io.wirewatch.app;

import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.Inputs;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.Fetcher;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read, and when that is said to be. */
final class InputOptions {
  @Parameters(
      paramLabel = "INPUT",
      description = "A file, a folder (its files by name), a web address, or - for standard input.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--observed-at",
      paramLabel = "TIME",
      description =
          "When the inputs were read, as 2026-01-31T08:00:00Z; ages (\"2 hours ago\") count from it. Default: now.")
  private @Nullable String observedAt;

  @Option(
      names = "--allow-private",
      description = "Also fetch web addresses on loopback and in private networks.")
  private boolean allowPrivate;

  /** Whether the user named any. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  boolean allowPrivate() {
    return allowPrivate;
  }

  /**
   * The inputs, in their order.
   *
   * @throws Refusal where one is not there
   */
  List<Input> inputs() {
    return inputs(words);
  }

  List<Input> inputs(List<String> named) {
    Inputs inputs = new Inputs(new Fetcher(allowPrivate), System.in);
    List<Input> all = new ArrayList<>();
    for (String word : named) {
      try {
        all.addAll(inputs.named(word));
      } catch (UnusableInputException missing) {
        throw new Refusal(
            missing.getMessage() + ": give a file, a folder, a web address or -", missing);
      }
    }
    return all;
  }

  Instant observedAt(Clock clock) {
    try {
      return observedAt == null ? clock.instant() : Instant.parse(observedAt);
    } catch (DateTimeParseException wrong) {
      throw new Refusal("--observed-at takes a time such as 2026-01-31T08:00:00Z", wrong);
    }
  }
}
