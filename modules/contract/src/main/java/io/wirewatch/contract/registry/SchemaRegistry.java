package io.wirewatch.contract.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The schemas of a cluster: by id for readers, by subject for writers. Thread-safe; what was once
 * found is remembered, since an id never changes its meaning.
 */
public final class SchemaRegistry {
  private static final int LARGEST_SCHEMA_CHARS = 1 << 20;
  private static final int LONGEST_REASON_CHARS = 500;
  private static final int NOT_FOUND = 404;

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
          String path = path(subject);
          return http.post(
                  register ? path + "/versions" : path,
                  body(schema),
                  answer -> answer.path("id").isInt())
              .path("id")
              .asInt();
        });
  }

  /**
   * Why the registry would not take a schema as the next of a subject; empty where it would, be it
   * as the subject's first.
   *
   * @throws RegistryUnavailableException where no registry answers
   * @throws RegistryAccessException where a registry does not let us in
   */
  public Optional<String> objection(String subject, Schema schema) {
    try {
      JsonNode verdict =
          http.post(
              "/compatibility" + path(subject) + "/versions?verbose=true",
              body(schema),
              answer -> answer.path("is_compatible").isBoolean());
      return verdict.path("is_compatible").asBoolean(false)
          ? Optional.empty()
          : Optional.of(
              "it cannot follow the versions that are there" + told(verdict.path("messages")));
    } catch (RegistryRefusedException refused) {
      if (refused.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Whether this very schema is one of the subject's versions. */
  public boolean has(String subject, Schema schema) {
    try {
      return id(subject, schema, false) >= 0;
    } catch (RegistryRefusedException refused) {
      if (refused.status() == NOT_FOUND) {
        return false;
      }
      throw refused;
    }
  }

  /** Sets what the next schemas of a subject have to agree with, as in BACKWARD_TRANSITIVE. */
  public void level(String subject, String compatibility) {
    http.put(
        "/config/" + URLEncoder.encode(subject, StandardCharsets.UTF_8),
        JsonNodeFactory.instance.objectNode().put("compatibility", compatibility),
        answer -> answer.path("compatibility").isTextual());
  }

  /** Throws unless a registry answers. */
  public void ping() {
    http.get("/subjects", JsonNode::isArray);
  }

  /** What the registry's clock said when it answered last, in whole seconds; empty where unsaid. */
  public Optional<Instant> date() {
    return http.date();
  }

  private static String told(JsonNode messages) {
    String all =
        StreamSupport.stream(messages.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("; "));
    String cut = all.length() > LONGEST_REASON_CHARS ? all.substring(0, LONGEST_REASON_CHARS) : all;
    return cut.isEmpty() ? "" : ": " + cut;
  }

  private static String path(String subject) {
    return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
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
