package io.wirewatch.replay;

import java.nio.ByteBuffer;

/** Whole numbers on a workbench. */
final class Numbers {
  private Numbers() {}

  static void put(Workbench bench, String key, long number) {
    bench.put(key, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  static long get(Workbench bench, String key, long otherwise) {
    byte[] kept = bench.get(key);
    return kept == null ? otherwise : ByteBuffer.wrap(kept).getLong();
  }
}
