package io.wirewatch.deliver.target;

import java.time.Duration;
import java.util.Optional;

/**
 * An other side that takes messages. Used by one thread at a time; an attempt ends within the
 * target's own time-out, and is ended by an interrupt.
 */
public interface Target extends AutoCloseable {

  /** Tries once. What the other side says, or that it says nothing, is the answer. */
  Answer send(Message message) throws InterruptedException;

  @Override
  void close();

  /** What became of an attempt. */
  sealed interface Answer {

    /** In words for people: at most 300 characters, one line, without secrets. */
    String words();

    /**
     * The other side has it.
     *
     * @param handle what it calls the message, where that can be used to change it later
     */
    record Taken(String words, Optional<String> handle) implements Answer {}

    /**
     * It may take it later.
     *
     * @param after what it asked for, as with {@code Retry-After}
     */
    record Later(String words, Optional<Duration> after) implements Answer {}

    /** It will never take this message. */
    record Never(String words) implements Answer {}
  }
}
