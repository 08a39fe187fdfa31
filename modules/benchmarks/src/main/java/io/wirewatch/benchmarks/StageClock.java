package io.wirewatch.benchmarks;

import java.util.Arrays;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Times at which a stream thread had done with an article. Read by other threads at any time. */
final class StageClock {
  private long[] nanos = new long[1 << 16];
  private int count;

  /** A processor beside the stage's own, which is called after it. */
  <K, V> Processor<K, V, Void, Void> processor() {
    return new ContextualProcessor<>() {
      @Override
      public void process(Record<K, V> article) {
        tick();
      }
    };
  }

  private synchronized void tick() {
    nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
    nanos[count++] = System.nanoTime();
  }

  synchronized int count() {
    return count;
  }

  /** The longest time without an article between two moments, in milliseconds. */
  synchronized double longestGapMillis(long from, long to) {
    long longest = 0;
    for (int i = 1; i < count; i++) {
      if (nanos[i] >= from && nanos[i - 1] <= to) {
        longest = Math.max(longest, nanos[i] - nanos[i - 1]);
      }
    }
    return longest / 1e6;
  }
}
