package io.wirewatch.contract;

import io.wirewatch.contract.registry.RegistrySettings;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in Confluent's wire format, under Confluent's configuration names: {@code
 * schema.registry.url}, {@code auto.register.schemas} (true), and those of authentication. The
 * subject is the topic with {@code -key} or {@code -value}.
 */
public final class AvroSerializer implements Serializer<SpecificRecord> {
  private final Map<Schema, DatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();

  @SuppressWarnings("ThreadLocalUsage") // A buffer goes with its serializer.
  private final ThreadLocal<RecordBuffer> buffers = ThreadLocal.withInitial(RecordBuffer::new);

  private @Nullable SchemaRegistry registry;
  private boolean register = true;
  private String subjectSuffix = "-value";

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = new SchemaRegistry(config);
    Object wanted = config.get(RegistrySettings.REGISTER.key());
    register = wanted == null || Boolean.parseBoolean(wanted.toString());
    subjectSuffix = isKey ? "-key" : "-value";
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord record) {
    if (record == null) {
      return null;
    }
    if (registry == null) {
      throw new IllegalStateException("configure was not called");
    }
    int id = registry.id(topic + subjectSuffix, record.getSchema(), register);
    try {
      return encode(record, id);
    } catch (IOException | RuntimeException broken) {
      throw new SerializationException("cannot write a record for " + topic, broken);
    }
  }

  private byte[] encode(SpecificRecord record, int id) throws IOException {
    return buffers.get().encode(writer(record), record, id);
  }

  private DatumWriter<SpecificRecord> writer(SpecificRecord record) {
    return writers.computeIfAbsent(
        record.getSchema(),
        schema -> new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass())));
  }
}
