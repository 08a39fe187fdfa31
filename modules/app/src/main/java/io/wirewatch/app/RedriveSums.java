package io.wirewatch.app;

/** What became of the records that a redrive looked at. */
final class RedriveSums {
  private long read;
  private long good;
  private long failing;
  private long before;
  private long left;

  /** So many lie on the topic. */
  void read(int records) {
    read += records;
  }

  /** So many were sent, or would pass. */
  void good(int records) {
    good += records;
  }

  /** One would fail again. */
  void failing() {
    failing++;
  }

  /** One was sent back by an earlier redrive. */
  void before() {
    before++;
  }

  /** One cannot be sent back, or must not be without being asked for. */
  void left() {
    left++;
  }

  /** Whether no record was meant. */
  boolean isEmpty() {
    return good + failing + before + left == 0;
  }

  /** Whether nothing that was meant stays behind. */
  boolean isClean() {
    return failing + left == 0;
  }

  /** In one line; {@code dryRun} says in which words. */
  String line(boolean dryRun) {
    return "read %d · %s %d · would fail again %d · sent before %d · left %d"
        .formatted(read, dryRun ? "would pass" : "sent", good, failing, before, left);
  }
}
