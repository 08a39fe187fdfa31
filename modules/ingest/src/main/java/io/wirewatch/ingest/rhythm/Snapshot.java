package io.wirewatch.ingest.rhythm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** A watch as bytes: a version, what it knows, and a check sum (CRC-32) over both. */
final class Snapshot {
  private static final int VERSION = 2;
  private static final int SUM_BYTES = 4;

  private Snapshot() {}

  static byte[] of(SourceWatch watch) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      watch.write(out);
      out.writeInt(sum(bytes.toByteArray()));
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Optional<SourceWatch> restored(String source, byte[] snapshot) {
    if (snapshot.length <= SUM_BYTES || snapshot[0] != VERSION) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(snapshot, snapshot.length - SUM_BYTES);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot));
    try {
      in.readByte();
      SourceWatch watch = SourceWatch.read(source, in);
      boolean whole = in.available() == SUM_BYTES && in.readInt() == sum(content);
      return whole ? Optional.of(watch) : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private static int sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }
}
