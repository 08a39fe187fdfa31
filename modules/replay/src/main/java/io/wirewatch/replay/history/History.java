package io.wirewatch.replay.history;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles of the past, in the order in which each partition had them. Not thread-safe. */
public interface History extends AutoCloseable {
  /** Where the number of records is not known. */
  long UNKNOWN = -1;

  /**
   * The next records; null at the end. Waits for them a moment: a chunk without records says that
   * none came yet.
   */
  @Nullable Chunk next() throws IOException, InterruptedException;

  /** How many records there are in all, roughly, or {@link #UNKNOWN}. */
  long expected();

  /** What a reader of the results has to know of the history, such as gaps; a sentence each. */
  List<String> remarks();

  /**
   * What could not be read now, and may be another time; a sentence each. Whole at the end only,
   * and empty where all was read.
   */
  default List<String> unread() {
    return List.of();
  }

  @Override
  void close();
}
