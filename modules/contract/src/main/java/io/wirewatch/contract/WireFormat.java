package io.wirewatch.contract;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Confluent's wire format: a zero byte, the schema's id in four bytes, big end first, then Avro's
 * binary form.
 */
public final class WireFormat {
  /** How many bytes stand before the Avro data. */
  public static final int HEADER_BYTES = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  static void writeHeader(byte[] target, int schemaId) {
    ByteBuffer.wrap(target).put(MAGIC).putInt(schemaId);
  }

  /**
   * The schema id of a record.
   *
   * @throws SerializationException where the bytes are not in this format
   */
  public static int schemaId(byte[] data) {
    if (data.length < HEADER_BYTES || data[0] != MAGIC) {
      throw new SerializationException(
          "not in the wire format: no magic byte and schema id in front");
    }
    return ByteBuffer.wrap(data, 1, 4).getInt();
  }
}
