package io.wirewatch.replay;

import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that are at hand, in chunks of one partition each. */
public final class ListedHistory implements History {
  private final Deque<Chunk> chunks = new ArrayDeque<>();

  private record Listed(int partition, List<Past> records) implements Chunk {
    @Override
    public int count() {
      return records.size();
    }

    @Override
    public long nextOffset() {
      return records.get(records.size() - 1).offset() + 1;
    }

    @Override
    public List<Past> read() {
      return records;
    }
  }

  /** All of them, each a chunk. */
  public ListedHistory(List<Past> records) {
    this(records, Map.of(), 1);
  }

  /** Those from the positions on, so many to a chunk. */
  ListedHistory(List<Past> records, Map<Integer, Long> positions, int most) {
    List<Past> filling = new ArrayList<>();
    for (Past record : records) {
      if (record.offset() < positions.getOrDefault(record.partition(), 0L)) {
        continue;
      }
      if (!filling.isEmpty()
          && (filling.size() == most || filling.get(0).partition() != record.partition())) {
        chunks.add(new Listed(filling.get(0).partition(), List.copyOf(filling)));
        filling.clear();
      }
      filling.add(record);
    }
    if (!filling.isEmpty()) {
      chunks.add(new Listed(filling.get(0).partition(), List.copyOf(filling)));
    }
  }

  @Override
  public @Nullable Chunk next() {
    return chunks.poll();
  }

  @Override
  public long expected() {
    return UNKNOWN;
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public void close() {
    chunks.clear();
  }
}
