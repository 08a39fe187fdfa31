package io.wirewatch.contract;

import io.wirewatch.contract.registry.SchemaRegistry;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of wirewatch in Confluent's wire format, whatever version of their schema wrote
 * them.
 *
 * <p>Bytes that cannot be read are a {@link SerializationException}; a registry that does not
 * answer is a {@link io.wirewatch.contract.registry.RegistryUnavailableException}, since the record
 * may well be good.
 */
public final class AvroDeserializer implements Deserializer<SpecificRecord> {
  private static final String NAMESPACE = "io.wirewatch";

  /* To compare the writer's schema with ours takes longer than to read a record, so a reader is kept for each schema that
   * the registry gave. Each thread has its own: Avro does not promise that threads can share one. */
  @SuppressWarnings("ThreadLocalUsage") // The schemas are those of this instance's registry.
  private final ThreadLocal<Map<Schema, DatumReader<SpecificRecord>>> readers =
      ThreadLocal.withInitial(IdentityHashMap::new);

  private @Nullable SchemaRegistry registry;

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = new SchemaRegistry(config);
  }

  @Override
  public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    if (registry == null) {
      throw new IllegalStateException("configure was not called");
    }
    Schema written = registry.schema(WireFormat.schemaId(data));
    DatumReader<SpecificRecord> reader =
        readers.get().computeIfAbsent(written, AvroDeserializer::reader);
    try {
      return reader.read(
          null,
          DecoderFactory.get()
              .binaryDecoder(
                  data, WireFormat.HEADER_BYTES, data.length - WireFormat.HEADER_BYTES, null));
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | ClassCastException
        | UnsupportedOperationException
        | NegativeArraySizeException broken) {
      // What Avro throws on bytes that do not fit their schema.
      throw new SerializationException("the bytes do not fit " + written.getFullName(), broken);
    }
  }

  private static DatumReader<SpecificRecord> reader(Schema written) {
    Class<?> type = classOf(written);
    return new SpecificDatumReader<>(
        written, SpecificData.get().getSchema(type), SpecificData.getForClass(type));
  }

  /**
   * A schema from outside names the class, so only the records of {@code schemas/} may be named.
   */
  private static Class<?> classOf(Schema written) {
    boolean ours =
        written.getType() == Schema.Type.RECORD && NAMESPACE.equals(written.getNamespace());
    Class<?> known = ours ? SpecificData.get().getClass(written) : null;
    if (known == null || !SpecificRecord.class.isAssignableFrom(known)) {
      throw new SerializationException("not a record of wirewatch: " + written.getFullName());
    }
    return known;
  }
}
