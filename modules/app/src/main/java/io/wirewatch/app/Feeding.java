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
  private final BooleanSupplier ended;
  private long read;
  private long refused;

  /** The user wants no more, in the middle of an input. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Feeds what a reader reads.
   *
   * @param ended whether the user wants no more
   */
  Feeding(InputReader reader, ArticlePublisher publisher, Screen screen, BooleanSupplier ended) {
    this.reader = reader;
    this.publisher = publisher;
    this.screen = screen;
    this.ended = ended;
  }

  /**
   * Publishes what was not published before; the broker has all of it when this returns.
   *
   * @return whether every input could be used
   */
  boolean feed(List<Input> inputs, Instant observedAt, PublishedInputs published) {
    boolean usable = true;
    try {
      for (Input input : inputs) {
        Optional<String> fingerprint = published.fingerprint(input);
        if (fingerprint.filter(published::contains).isPresent()) {
          screen.say(input.name() + " was published before; not again");
        } else {
          boolean fed = feed(input, observedAt);
          fingerprint.filter(known -> fed).ifPresent(published::add);
          usable &= fed;
        }
      }
    } catch (Ended early) {
      screen.say("stopped before the end of the inputs");
    }
    return usable;
  }

  /** Publishes one input; whether it could be used. */
  boolean feed(Input input, Instant observedAt) {
    read = 0;
    refused = 0;
    try {
      reader.read(input, observedAt, this::publish);
      if (refused > 0 && refused == read) {
        screen.say("wirewatch: no article in " + input.name() + " can be used");
        return false;
      }
      return true;
    } catch (UnusableInputException unusable) {
      screen.say("wirewatch: " + unusable.getMessage());
      return false;
    } finally {
      publisher.flush();
    }
  }

  private void publish(Reading reading) {
    if (ended.getAsBoolean()) {
      throw new Ended();
    }
    publisher.accept(reading);
    read++;
    if (reading instanceof Reading.Refused refusal) {
      refused++;
      screen.say(line(refusal.rejection()));
    }
  }

  /** A refusal at the edge, as the user is told of it. */
  static String line(Rejection rejection) {
    String input = rejection.getInput();
    String where = rejection.getLine() == null ? input : input + ":" + rejection.getLine();
    return "rejected: " + rejection.getReason() + " (" + where + ")";
  }
}
