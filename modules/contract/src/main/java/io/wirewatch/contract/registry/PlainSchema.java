package io.wirewatch.contract.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as other languages expect it: without Java's hint on how to hold strings. */
final class PlainSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlainSchema() {}

  static String of(Schema schema) {
    try {
      return plain(JSON.readTree(schema.toString())).toString();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Avro wrote a schema that is not JSON", impossible);
    }
  }

  /** {@code {"type":"string","avro.java.string":"String"}} becomes {@code "string"}. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("avro.java.string");
      object.fieldNames().forEachRemaining(name -> object.set(name, plain(object.get(name))));
      return object.size() == 1 && object.path("type").isTextual() ? object.get("type") : object;
    }
    if (node instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
      for (int k = 0; k < array.size(); k++) {
        array.set(k, plain(array.get(k)));
      }
    }
    return node;
  }
}
