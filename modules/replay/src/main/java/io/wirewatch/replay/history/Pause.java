package io.wirewatch.replay.history;

import java.util.List;

/**
 * Nothing came for a while, and more may come: a chunk without records, so that who waits for them
 * can look whether to stop.
 *
 * @param nextOffset where the partition goes on, as before
 */
record Pause(int partition, long nextOffset) implements Chunk {
  @Override
  public int count() {
    return 0;
  }

  @Override
  public List<Past> read() {
    return List.of();
  }
}
