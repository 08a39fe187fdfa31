package io.wirewatch.replay.history;

import java.util.List;

/**
 * Offsets that were deleted before they could be read: a chunk without records, in its place among
 * the others.
 *
 * @param from the first of them
 * @param nextOffset behind the last of them
 */
record Gap(int partition, long from, long nextOffset) implements Chunk {
  @Override
  public int count() {
    return 0;
  }

  @Override
  public List<Past> read() {
    return List.of();
  }

  String remark(String topic) {
    return "retention deleted %d offsets, %d to %d, of partition %d of %s before they were read"
        .formatted(nextOffset - from, from, nextOffset - 1, partition, topic);
  }
}
