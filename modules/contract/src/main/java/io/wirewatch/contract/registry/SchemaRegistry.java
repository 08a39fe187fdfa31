package io.wirewatch.contract.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The schemas of a cluster: by id for readers, by subject for writers. Thread-safe; what was once
 * found is remembered, since an id never changes its meaning.
 */
public final class SchemaRegistry {
  private static final int LARGEST_SCHEMA_CHARS = 1 << 20;

  private final RegistryHttp http;
  private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> idBySubject = new ConcurrentHashMap<>();

  private record SubjectSchema(String subject, Schema schema) {}

  /**
   * The registries at {@code schema.registry.url}, with what {@link RegistrySettings} names.
   *
   * @throws io.wirewatch.contract.InvalidSettingException where a setting is missing or not legal
   */
  public SchemaRegistry(Map<String, ?> config) {
    this.http = new RegistryHttp(RegistryConfig.of(config));
  }

  /**
   * The schema with this id.
   *
   * @throws RegistryRefusedException where the registry has none
   * @throws RegistryUnavailableException where no registry answers
   * @throws RegistryAccessException where a registry does not let us in
   */
  public Schema schema(int id) {
    return byId.computeIfAbsent(
        id,
        unknown ->
            parse(
                http.get("/schemas/ids/" + unknown, body -> body.path("schema").isTextual())
                    .path("schema")
                    .asText()));
  }

  /**
   * The id of a schema under a subject; registers it where {@code register} says so.
   *
   * @throws RegistryRefusedException where it is not registered, or is incompatible with those that
   *     are
   * @throws RegistryUnavailableException where no registry answers
   * @throws RegistryAccessException where a registry does not let us in
   */
  public int id(String subject, Schema schema, boolean register) {
    return idBySubject.computeIfAbsent(
        new SubjectSchema(subject, schema),
        wanted -> {
          String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
          return http.post(
                  register ? path + "/versions" : path,
                  body(schema),
                  answer -> answer.path("id").isInt())
              .path("id")
              .asInt();
        });
  }

  /** Throws unless a registry answers. */
  public void ping() {
    http.get("/subjects", JsonNode::isArray);
  }

  private static JsonNode body(Schema schema) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("schemaType", "AVRO")
        .put("schema", PlainSchema.of(schema));
  }

  private static Schema parse(String text) {
    if (text.isEmpty() || text.length() > LARGEST_SCHEMA_CHARS) {
      throw new RegistryRefusedException(422, "the registry's answer holds no usable schema");
    }
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException | NullPointerException broken) {
      // The latter is what Avro's parser throws on a name that it does not know.
      throw new RegistryRefusedException(
          422, "the registry's schema cannot be parsed: " + broken.getMessage());
    }
  }
}
