package io.wirewatch.replay.finding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An alert of one side as the workbench keeps it.
 *
 * @param group in which it is suppressed
 * @param alert in Avro's binary form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(String group, byte[] alert) {

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(alert.length + group.length() + 2);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(group);
      out.write(alert);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Entry of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Entry(in.readUTF(), in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
