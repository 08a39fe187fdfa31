package io.wirewatch.replay.archive;

import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Records in a list, in chunks of one. */
final class ListedHistory implements History {
  private final Deque<Past> records;

  ListedHistory(List<Past> records) {
    this.records = new ArrayDeque<>(records);
  }

  private record One(Past past) implements Chunk {
    @Override
    public int partition() {
      return past.partition();
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public long nextOffset() {
      return past.offset() + 1;
    }

    @Override
    public List<Past> read() {
      return List.of(past);
    }
  }

  @Override
  public Chunk next() {
    Past next = records.poll();
    return next == null ? null : new One(next);
  }

  @Override
  public long expected() {
    return records.size();
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public void close() {
    records.clear();
  }
}
