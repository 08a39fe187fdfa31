package io.wirewatch.stage;

/** What a step made of a record: a value that goes on, or a reason why it cannot. */
public sealed interface Outcome<V> {

  /** Goes on. */
  record Passed<V>(V value) implements Outcome<V> {}

  /** Ends here, on the topic of rejections. */
  record Failed<V>(String step, String reason) implements Outcome<V> {}
}
