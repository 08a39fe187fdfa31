package io.wirewatch.dashboard.picture;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Up to where each partition has been read. For one thread. */
final class Progress {
  private final Map<Watched, String> lives = new EnumMap<>(Watched.class);
  private final Map<Watched, long[]> next = new EnumMap<>(Watched.class);

  /**
   * A topic is read from these offsets on; of partitions that are read already, they do not count.
   */
  void begins(Watched topic, String life, long[] from) {
    long[] known = next.getOrDefault(topic, new long[0]);
    long[] all = Arrays.copyOf(from, Math.max(known.length, from.length));
    System.arraycopy(known, 0, all, 0, known.length);
    lives.put(topic, life);
    next.put(topic, all);
  }

  /** What comes next in a partition lies there, or further on. */
  void passed(Watched topic, int partition, long offset) {
    long[] offsets = next.get(topic);
    if (offsets != null && partition < offsets.length) {
      offsets[partition] = Math.max(offsets[partition], offset);
    }
  }

  /** As it is now, told in that minute. */
  Position position(long minute) {
    return new Position(
        minute,
        next.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry ->
                        new Position.Stand(
                            lives.getOrDefault(entry.getKey(), ""),
                            Arrays.stream(entry.getValue()).boxed().toList()))));
  }
}
