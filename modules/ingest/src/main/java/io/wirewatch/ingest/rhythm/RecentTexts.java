package io.wirewatch.ingest.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last few texts of a source, each with the item that had it. */
final class RecentTexts {
  /** A site may take turns between some notices. */
  private static final int SIZE = 8;

  private final long[] ids = new long[SIZE];
  private final long[] texts = new long[SIZE];
  private int newest;

  /** Whether this very item came before. */
  boolean isSame(long id, long text) {
    for (int at = 0; at < SIZE; at++) {
      if (ids[at] == id && texts[at] == text) {
        return true;
      }
    }
    return false;
  }

  /** Whether another item had this text; it is remembered. */
  boolean repeats(long id, long text) {
    for (int at = 0; at < SIZE; at++) {
      if (texts[at] == text) {
        ids[at] = id;
        return true;
      }
    }
    newest = (newest + 1) % SIZE;
    ids[newest] = id;
    texts[newest] = text;
    return false;
  }

  void write(DataOutput out) throws IOException {
    for (int back = 0; back < SIZE; back++) {
      int at = (newest + 1 + back) % SIZE;
      out.writeLong(ids[at]);
      out.writeLong(texts[at]);
    }
  }

  static RecentTexts read(DataInput in) throws IOException {
    RecentTexts recent = new RecentTexts();
    for (int at = 0; at < SIZE; at++) {
      recent.ids[at] = in.readLong();
      recent.texts[at] = in.readLong();
    }
    recent.newest = SIZE - 1;
    return recent;
  }
}
