package io.wirewatch.replay.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Values of Avro's binary form that lie in a buffer; nothing is copied, nor believed. */
final class AvroBytes {
  private static final int BITS_A_BYTE = 7;

  private final ByteBuffer bytes;

  AvroBytes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Where the next value begins. */
  int position() {
    return bytes.position();
  }

  /** The next number. */
  long number() throws DamagedException {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS_A_BYTE) {
      byte next = plain(1).get();
      bits |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw new DamagedException("a number has no end");
  }

  /** The next so many bytes. */
  ByteBuffer plain(long count) throws DamagedException {
    if (count < 0 || count > bytes.remaining()) {
      throw new DamagedException("it ends early");
    }
    ByteBuffer taken = bytes.slice(bytes.position(), (int) count);
    bytes.position(bytes.position() + (int) count);
    return taken;
  }

  /** The next map of bytes. */
  Map<String, ByteBuffer> map() throws DamagedException {
    Map<String, ByteBuffer> map = new HashMap<>();
    for (long count = number(); count != 0; count = number()) {
      if (count < 0) {
        number();
      }
      for (long at = Math.abs(count); at > 0; at--) {
        String key = StandardCharsets.UTF_8.decode(plain(number())).toString();
        map.put(key, plain(number()));
      }
    }
    return map;
  }
}
