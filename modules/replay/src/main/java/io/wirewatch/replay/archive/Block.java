package io.wirewatch.replay.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Records that lie together in a file, packed. */
final class Block {
  /** A block has 256 KiB and one record, and a record has at most 5 MiB. */
  static final int MOST_BYTES = 1 << 26;

  private static final int MOST_WINDOW_LOG = 24;

  private final int count;
  private final byte[] packed;

  /**
   * A block as it lay in its file.
   *
   * @param count how many records it says there are
   */
  Block(int count, byte[] packed) {
    this.count = count;
    this.packed = packed;
  }

  /** How many records it says there are. */
  int count() {
    return count;
  }

  /** What was packed. */
  byte[] unpacked() throws IOException {
    try (ZstdInputStreamNoFinalizer stream =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))) {
      stream.setLongMax(MOST_WINDOW_LOG);
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new DamagedException("a block is larger than any that was written");
      }
      return bytes;
    }
  }
}
