package io.wirewatch.replay.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An Avro container file whose blocks are read one by one, still packed. Where one is damaged, it
 * goes on behind the next sync marker.
 */
final class BlockFile implements Closeable {
  /* Avro's own reader unpacks in the thread that reads, and whatever a file says of its sizes. Here other threads unpack, and
   * sizes have bounds. The form is that of "Object Container Files" in the specification of Avro 1.12. */
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};

  /** With the schema. */
  static final int MOST_HEADER_BYTES = 1 << 17;

  private static final int SYNC_BYTES = 16;
  private static final int MOST_SIZES_BYTES = 20;
  private static final int WINDOW_BYTES = 1 << 16;

  private final FileChannel channel;
  private final long size;
  private final Map<String, ByteBuffer> metadata;
  private final Schema schema;
  private final byte[] sync = new byte[SYNC_BYTES];
  private long position;
  private boolean damaged;

  private BlockFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    AvroBytes header = new AvroBytes(ByteBuffer.wrap(bytes(0, MOST_HEADER_BYTES)));
    if (!header.plain(MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw new DamagedException("it is no Avro file");
    }
    metadata = header.map();
    header.plain(SYNC_BYTES).get(sync);
    position = header.position();
    if (!text("avro.codec").equals("zstandard")) {
      throw new DamagedException("it is not packed as zstandard");
    }
    schema = schema(text("avro.schema"));
  }

  /**
   * Opens a file.
   *
   * @throws DamagedException where its header is not that of such a file
   */
  static BlockFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path);
    try {
      return new BlockFile(channel);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private String text(String name) {
    ByteBuffer value = metadata.get(name);
    return value == null ? "" : StandardCharsets.UTF_8.decode(value.duplicate()).toString();
  }

  private static Schema schema(String text) throws DamagedException {
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException | IllegalArgumentException broken) {
      throw new DamagedException("its schema cannot be read", broken);
    }
  }

  /** The schema of its records. */
  Schema schema() {
    return schema;
  }

  /** What it says of its end. */
  FileEnd end() throws DamagedException {
    return FileEnd.of(metadata);
  }

  /** Whether a part of it had to be left out. */
  boolean isDamaged() {
    return damaged;
  }

  /** The next block that looks whole; null at the end. */
  @Nullable Block next() throws IOException {
    while (position < size) {
      try {
        return block();
      } catch (DamagedException broken) {
        damaged = true;
        position = behindNextSync(position);
      }
    }
    return null;
  }

  private Block block() throws IOException {
    AvroBytes sizes = new AvroBytes(ByteBuffer.wrap(bytes(position, MOST_SIZES_BYTES)));
    long count = sizes.number();
    long length = sizes.number();
    long begin = position + sizes.position();
    if (count <= 0 || count > Block.MOST_BYTES || length < 0 || length > Block.MOST_BYTES) {
      throw new DamagedException("a block has no such size");
    }
    if (begin + length + SYNC_BYTES > size) {
      throw new DamagedException("a block is cut off");
    }
    byte[] packed = bytes(begin, (int) length);
    if (!Arrays.equals(bytes(begin + length, SYNC_BYTES), sync)) {
      throw new DamagedException("a block does not end where it says");
    }
    position = begin + length + SYNC_BYTES;
    return new Block((int) count, packed);
  }

  private long behindNextSync(long from) throws IOException {
    long at = from;
    while (at + SYNC_BYTES <= size) {
      byte[] window = bytes(at, WINDOW_BYTES);
      for (int begin = 0; begin + SYNC_BYTES <= window.length; begin++) {
        if (Arrays.equals(window, begin, begin + SYNC_BYTES, sync, 0, SYNC_BYTES)) {
          return at + begin + SYNC_BYTES;
        }
      }
      at += window.length - SYNC_BYTES + 1L;
    }
    return size;
  }

  /** Up to so many bytes; fewer at the end of the file. */
  private byte[] bytes(long from, int most) throws IOException {
    byte[] bytes = new byte[(int) Math.min(most, Math.max(0, size - from))];
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      if (channel.read(rest, from + rest.position()) < 0) {
        throw new DamagedException("it became shorter while it was read");
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
