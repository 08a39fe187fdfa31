package io.wirewatch.ingest.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** Numbers of a snapshot: none is negative, endless or not a number. */
final class Floats {
  private static final float MOST = 1e12f;

  private Floats() {}

  static void write(float[] values, DataOutput out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static void read(float[] into, DataInput in) throws IOException {
    for (int at = 0; at < into.length; at++) {
      into[at] = read(in);
    }
  }

  static float read(DataInput in) throws IOException {
    float value = in.readFloat();
    // False for what is not a number, too.
    if (value >= 0 && value <= MOST) {
      return value;
    }
    throw new StreamCorruptedException("a number that no snapshot has: " + value);
  }
}
