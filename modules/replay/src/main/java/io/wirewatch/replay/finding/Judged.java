package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * An alert with its verdict, as the workbench keeps it.
 *
 * @param takenBack whether the side that is tried took it back
 * @param group in which the side that is tried suppresses it
 * @param otherGroup the same of the other side
 */
record Judged(Verdict verdict, boolean takenBack, String group, String otherGroup, Alert alert) {

  /**
   * It as the workbench keeps it.
   *
   * @param form the alert's bytes, which are at hand where it is judged
   */
  byte[] bytes(byte[] form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(verdict.name());
      out.writeBoolean(takenBack);
      out.writeUTF(group);
      out.writeUTF(otherGroup);
      out.write(form);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Judged of(byte[] bytes, Function<byte[], Alert> form) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Judged(
          Verdict.valueOf(in.readUTF()),
          in.readBoolean(),
          in.readUTF(),
          in.readUTF(),
          form.apply(in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
