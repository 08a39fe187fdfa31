package io.wirewatch.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of one type as Avro's binary form, and back. Not thread-safe. */
public final class RecordBytes<V extends SpecificRecord> {
  private final SpecificDatumWriter<V> writer;
  private final SpecificDatumReader<V> reader;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private @Nullable BinaryEncoder encoder;

  private RecordBytes(Class<V> type) {
    Schema schema = SpecificData.get().getSchema(type);
    SpecificData model = SpecificData.getForClass(type);
    writer = new SpecificDatumWriter<>(schema, model);
    reader = new SpecificDatumReader<>(schema, schema, model);
  }

  /** Bytes of such records. */
  public static <V extends SpecificRecord> RecordBytes<V> of(Class<V> type) {
    return new RecordBytes<>(type);
  }

  /** The record as bytes. */
  public byte[] bytes(V record) {
    try {
      buffer.reset();
      encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
      writer.write(record, encoder);
      encoder.flush();
      return buffer.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The record that {@link #bytes} made these of. */
  @SuppressWarnings("NullAway") // Null for the reuse of a record, as Avro has it.
  public V read(byte[] bytes) {
    try {
      return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
