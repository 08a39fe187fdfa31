package io.wirewatch.ingest.websub;

import java.util.concurrent.atomic.LongAdder;

/** What came to the callbacks, counted. */
public final class WebSubCounts {
  final LongAdder delivered = new LongAdder();
  final LongAdder forged = new LongAdder();
  final LongAdder repeated = new LongAdder();
  final LongAdder refused = new LongAdder();

  WebSubCounts() {}

  /** Bodies that were handed on. */
  public long delivered() {
    return delivered.sum();
  }

  /** Bodies with no signature, or a wrong one: answered as if they were taken, and dropped. */
  public long forged() {
    return forged.sum();
  }

  /** Bodies that were brought before: answered, and dropped. */
  public long repeated() {
    return repeated.sum();
  }

  /** Requests that are for no subscription, or ask for what we did not. */
  public long refused() {
    return refused.sum();
  }
}
