package io.wirewatch.app;

import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.http.ArticlePublisher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads inputs into the cluster, one after the other. */
final class Feeding {
  private final InputReader reader;
  private final Edge edge;
  private final ArticlePublisher publisher;
  private final Screen screen;

  Feeding(InputReader reader, Edge edge, ArticlePublisher publisher, Screen screen) {
    this.reader = reader;
    this.edge = edge;
    this.publisher = publisher;
    this.screen = screen;
  }

  /**
   * Publishes what was not published before; the broker has all of it when this returns.
   *
   * @param ended whether to stop before the next input
   * @return whether every input could be used
   */
  boolean feed(List<Input> inputs, Instant observedAt, PublishedInputs published, BooleanSupplier ended) {
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

  private boolean feed(Input input, Instant observedAt) {
    try {
      reader.read(input, observedAt, edge);
      return true;
    } catch (UnusableInputException unusable) {
      screen.say("wirewatch: " + unusable.getMessage());
      return false;
    } finally {
      publisher.flush();
    }
  }
}
