package io.wirewatch.app;

import io.wirewatch.Rejection;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.UnusableInputException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads inputs into the cluster, one after the other. */
final class Feeding {
  private final InputReader reader;
  private final ArticlePublisher publisher;
  private final Screen screen;

  Feeding(InputReader reader, ArticlePublisher publisher, Screen screen) {
    this.reader = reader;
    this.publisher = publisher;
    this.screen = screen;
  }

  /**
   * Publishes what was not published before; the broker has all of it when this returns.
   *
   * @param ended whether to stop before the next input
   * @return whether every input could be used
   */
  boolean feed(
      List<Input> inputs, Instant observedAt, PublishedInputs published, BooleanSupplier ended) {
    boolean usable = true;
    for (Input input : inputs) {
      if (ended.getAsBoolean()) {
        return usable;
      }
      Optional<String> fingerprint = published.fingerprint(input);
      if (fingerprint.filter(published::contains).isPresent()) {
        screen.say(input.name() + " was published by an earlier run; not again");
        continue;
      }
      usable &= feed(input, observedAt);
      fingerprint.ifPresent(published::add);
    }
    return usable;
  }

  /** Publishes one input; whether it could be used. */
  boolean feed(Input input, Instant observedAt) {
    try {
      reader.read(input, observedAt, this::publish);
      return true;
    } catch (UnusableInputException unusable) {
      screen.say("wirewatch: " + unusable.getMessage());
      return false;
    } finally {
      publisher.flush();
    }
  }

  private void publish(Reading reading) {
    publisher.accept(reading);
    if (reading instanceof Reading.Refused refused) {
      screen.say(line(refused.rejection()));
    }
  }

  /** A refusal at the edge, as the user is told of it. */
  static String line(Rejection rejection) {
    String input = rejection.getInput();
    String where = rejection.getLine() == null ? input : input + ":" + rejection.getLine();
    return "rejected: " + rejection.getReason() + " (" + where + ")";
  }
}
