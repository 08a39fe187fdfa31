package io.wirewatch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An Avro record as JSON, under the names of its schema: enums as their symbols, times in ISO 8601,
 * what is absent left out.
 */
public final class RecordJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RecordJson() {}

  public static ObjectNode of(SpecificRecord record) {
    ObjectNode node = JSON.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value != null) {
        node.set(field.name(), value(value));
      }
    }
    return node;
  }

  private static JsonNode value(@Nullable Object value) {
    if (value instanceof SpecificRecord record) {
      return of(record);
    }
    if (value instanceof Collection<?> values) {
      ArrayNode list = JSON.arrayNode();
      values.forEach(one -> list.add(value(one)));
      return list;
    }
    if (value instanceof Map<?, ?> values) {
      ObjectNode map = JSON.objectNode();
      values.forEach((key, one) -> map.set(String.valueOf(key), value(one)));
      return map;
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Number number) {
      return number instanceof Double decimal
          ? JSON.numberNode(decimal)
          : JSON.numberNode(number.longValue());
    }
    return JSON.textNode(value instanceof Instant time ? time.toString() : String.valueOf(value));
  }
}
