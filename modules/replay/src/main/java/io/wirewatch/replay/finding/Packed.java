package io.wirewatch.replay.finding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/** What the workbench keeps of a backtest, in Avro's binary form: text may be of any length. */
final class Packed {
  private static final int USUAL_BYTES = 256;

  private Packed() {}

  /** Writes the fields of something. */
  interface Writing {
    void to(Encoder out) throws IOException;
  }

  /** Reads them in the same order. */
  interface Reading<T> {
    T from(Decoder in) throws IOException;
  }

  static byte[] bytes(Writing what) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try {
      what.to(EncoderFactory.get().directBinaryEncoder(bytes, null));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] bytes, Reading<T> what) {
    try {
      return what.from(DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
