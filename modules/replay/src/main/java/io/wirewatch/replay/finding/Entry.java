package io.wirewatch.replay.finding;

import java.nio.ByteBuffer;

/**
 * An alert of one side as the workbench keeps it.
 *
 * @param group in which it is suppressed
 * @param alert in Avro's binary form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(String group, Facts facts, byte[] alert) {

  byte[] bytes() {
    return Packed.bytes(
        out -> {
          out.writeString(group);
          facts.write(out);
          out.writeBytes(alert);
        });
  }

  static Entry of(byte[] bytes) {
    return Packed.read(
        bytes,
        in -> {
          String group = in.readString();
          Facts facts = Facts.read(in);
          ByteBuffer alert = in.readBytes(null);
          byte[] copy = new byte[alert.remaining()];
          alert.get(copy);
          return new Entry(group, facts, copy);
        });
  }
}
