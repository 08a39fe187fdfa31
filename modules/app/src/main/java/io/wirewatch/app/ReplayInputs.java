package io.wirewatch.app;

import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.replay.history.ArticleQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.InterruptException;

/** Reads articles of files into a replay, on a thread of its own. */
final class ReplayInputs implements Runnable {
  private final List<Input> inputs;
  private final Instant observedAt;
  private final ArticleQueue queue;
  private final Screen screen;
  private final AtomicLong refused = new AtomicLong();

  ReplayInputs(List<Input> inputs, Instant observedAt, ArticleQueue queue, Screen screen) {
    this.inputs = inputs;
    this.observedAt = observedAt;
    this.queue = queue;
    this.screen = screen;
  }

  void start() {
    Thread thread = new Thread(this, "inputs");
    thread.setDaemon(true);
    thread.start();
  }

  /** How many pieces of the inputs are no articles. */
  long refused() {
    return refused.get();
  }

  @Override
  public void run() {
    InputReader reader = new InputReader(Optional.empty());
    try {
      try {
        for (Input input : inputs) {
          reader.read(input, observedAt, this::take);
        }
        queue.end();
      } catch (UnusableInputException unusable) {
        queue.fail(new Refusal(String.valueOf(unusable.getMessage()), unusable));
      } catch (InterruptException closed) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failed) {
        queue.fail(failed);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Reading reading) {
    if (reading instanceof Reading.Refused refusal) {
      refused.incrementAndGet();
      screen.say(Feeding.line(refusal.rejection()));
    } else if (reading instanceof Reading.Read read) {
      try {
        queue.add(read.article());
      } catch (InterruptedException closed) {
        throw new InterruptException(closed);
      }
    }
  }
}
