package io.wirewatch.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Where records are written before their length is known, one after the other. Of one thread. */
final class RecordBuffer {
  private static final int FIRST_BYTES = 1 << 13;
  private static final int MOST_KEPT_BYTES = 1 << 20;

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
  private @Nullable BinaryEncoder encoder;

  /** The record in the wire format. */
  <V> byte[] encode(DatumWriter<V> writer, V record, int schemaId) throws IOException {
    // What is left of a record that could not be written goes with it.
    bytes.reset();
    bytes.write(new byte[WireFormat.HEADER_BYTES]);
    encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
    writer.write(record, encoder);
    encoder.flush();
    byte[] result = bytes.toByteArray();
    WireFormat.writeHeader(result, schemaId);
    if (result.length > MOST_KEPT_BYTES) {
      bytes = new ByteArrayOutputStream(FIRST_BYTES);
    }
    return result;
  }
}
