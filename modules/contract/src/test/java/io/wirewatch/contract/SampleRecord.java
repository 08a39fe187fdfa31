package io.wirewatch.contract;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** A record of any schema, the same each time, in which every optional field has a value. */
final class SampleRecord {
  private SampleRecord() {}

  static Object of(Schema schema) {
    return value(schema, "");
  }

  private static Object value(Schema schema, String name) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ARRAY -> List.of(value(schema.getElementType(), name));
      case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1), name);
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(0));
      case STRING -> name + " · نص";
      case INT -> 7;
      case LONG -> 1_755_511_200_000L;
      case DOUBLE -> 0.25;
      case BOOLEAN -> true;
      case MAP -> Map.of("one", value(schema.getValueType(), name));
      case BYTES -> ByteBuffer.wrap(new byte[] {7, 0, -7});
      default -> throw new AssertionError("no sample of a " + schema.getType());
    };
  }

  private static GenericData.Record record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.name(), value(field.schema(), field.name()));
    }
    return record;
  }
}
