package io.wirewatch.why;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets of a partition that are to be read.
 *
 * @param from the first
 * @param to behind the last
 */
record Stretch(TopicPartition partition, long from, long to) {

  long size() {
    return Math.max(0, to - from);
  }

  /**
   * The stretches in so many shares of about one size, none below {@code least} but the last; empty
   * stretches are left out.
   */
  static List<List<Stretch>> shares(List<Stretch> stretches, int count, long least) {
    long all = stretches.stream().mapToLong(Stretch::size).sum();
    long each = Math.max(least, (all + count - 1) / count);
    List<List<Stretch>> shares = new ArrayList<>();
    List<Stretch> share = new ArrayList<>();
    long room = each;
    for (Stretch stretch : stretches) {
      long at = stretch.from();
      while (at < stretch.to()) {
        long end = Math.min(stretch.to(), at + room);
        share.add(new Stretch(stretch.partition(), at, end));
        room -= end - at;
        at = end;
        if (room == 0) {
          shares.add(List.copyOf(share));
          share.clear();
          room = each;
        }
      }
    }
    if (!share.isEmpty()) {
      shares.add(List.copyOf(share));
    }
    return List.copyOf(shares);
  }
}
