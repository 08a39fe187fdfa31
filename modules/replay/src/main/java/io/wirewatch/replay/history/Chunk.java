package io.wirewatch.replay.history;

import java.util.List;

/** Some records of one partition that follow each other; not decoded yet. */
public interface Chunk {
  /** The partition that they lay in. */
  int partition();

  /** How many records it has. */
  int count();

  /** Offset behind the last of them: where to go on. */
  long nextOffset();

  /** Decodes them, in their order; called once, by any thread. */
  List<Past> read();
}
