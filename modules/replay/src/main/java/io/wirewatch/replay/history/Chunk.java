package io.wirewatch.replay.history;

import java.util.List;

/**
 * Some records of one partition that follow each other; not decoded yet. It has none where what
 * followed is gone, and the next chunk goes on behind that, or where nothing came yet.
 */
public interface Chunk {
  /** The partition that they lay in. */
  int partition();

  /** How many records it has. */
  int count();

  /**
   * Where to go on behind the last of them: an offset not above that of the record that follows. It
   * is known before they are decoded, and means something to the history that gave it.
   */
  long nextOffset();

  /** Decodes them, in their order; called once, by any thread. */
  List<Past> read();
}
