package io.wirewatch.stage;

/** What a step made of a record: it goes on, or it cannot, for a reason. */
public sealed interface Outcome<V> {

  /** The record as far as it came. */
  V value();

  /** Goes on. */
  record Passed<V>(V value) implements Outcome<V> {}

  /** Ends here, on the topic of rejections. */
  record Failed<V>(V value, String step, String reason) implements Outcome<V> {}
}
