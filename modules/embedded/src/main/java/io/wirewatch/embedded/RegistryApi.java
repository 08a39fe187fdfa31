package io.wirewatch.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.embedded.SchemaCatalogue.Registered;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The part of Confluent's REST API that Avro clients use. Unknown paths are a 404 in the API's own
 * form.
 */
final class RegistryApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SchemaCatalogue catalogue;

  RegistryApi(SchemaCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  JsonNode answer(String method, List<String> path, JsonNode body) {
    String root = path.isEmpty() ? "" : path.get(0);
    return switch (method + " " + root) {
      case "GET " -> JSON.objectNode();
      case "GET subjects" -> subjects(path);
      case "POST subjects" -> write(path, body);
      case "GET schemas" -> schemas(path);
      case "GET config", "PUT config" -> config(method, path, body);
      case "POST compatibility" -> compatibility(path, body);
      default -> throw RegistryProblem.noSuchResource();
    };
  }

  private JsonNode subjects(List<String> path) {
    if (path.size() == 1) {
      ArrayNode names = JSON.arrayNode();
      catalogue.subjects().forEach(names::add);
      return names;
    }
    List<Registered> versions = known(path.get(1));
    if (path.size() == 3 && path.get(2).equals("versions")) {
      ArrayNode numbers = JSON.arrayNode();
      versions.forEach(version -> numbers.add(version.version()));
      return numbers;
    }
    if (path.size() < 4 || !path.get(2).equals("versions")) {
      throw RegistryProblem.noSuchResource();
    }
    Registered version = version(versions, path.get(3));
    return path.size() == 5 && path.get(4).equals("schema")
        ? JSON.textNode(version.schema().toString())
        : describe(version);
  }

  private JsonNode write(List<String> path, JsonNode body) {
    Schema schema = schema(body);
    if (path.size() == 2) {
      known(path.get(1));
      return describe(
          catalogue
              .find(path.get(1), schema)
              .orElseThrow(() -> new RegistryProblem(40403, "Schema not found")));
    }
    if (path.size() != 3 || !path.get(2).equals("versions")) {
      throw RegistryProblem.noSuchResource();
    }
    String subject = path.get(1);
    if (catalogue.find(subject, schema).isEmpty()) {
      catalogue
          .objection(subject, schema)
          .ifPresent(
              why -> {
                throw new RegistryProblem(
                    409,
                    "Schema being registered is incompatible with an earlier schema for subject \""
                        + subject
                        + "\": "
                        + why);
              });
    }
    return JSON.objectNode().put("id", catalogue.register(subject, schema).id());
  }

  private JsonNode schemas(List<String> path) {
    if (path.size() == 2 && path.get(1).equals("types")) {
      return JSON.arrayNode().add("AVRO");
    }
    if (path.size() != 3 || !path.get(1).equals("ids")) {
      throw RegistryProblem.noSuchResource();
    }
    Schema schema =
        catalogue
            .schema(number(path.get(2)))
            .orElseThrow(() -> new RegistryProblem(40403, "Schema " + path.get(2) + " not found"));
    return JSON.objectNode().put("schema", schema.toString());
  }

  private JsonNode config(String method, List<String> path, JsonNode body) {
    String subject = path.size() > 1 ? path.get(1) : "";
    if (method.equals("GET")) {
      return JSON.objectNode().put("compatibilityLevel", catalogue.level(subject).name());
    }
    String wanted = body.path("compatibility").asText();
    try {
      catalogue.level(subject, Compatibility.valueOf(wanted));
    } catch (IllegalArgumentException unknown) {
      throw new RegistryProblem(42203, "Invalid compatibility level");
    }
    return JSON.objectNode().put("compatibility", wanted);
  }

  private JsonNode compatibility(List<String> path, JsonNode body) {
    if (path.size() < 4 || !path.get(1).equals("subjects")) {
      throw RegistryProblem.noSuchResource();
    }
    ObjectNode verdict = JSON.objectNode();
    ArrayNode messages = JSON.arrayNode();
    catalogue.objection(path.get(2), schema(body)).ifPresent(messages::add);
    return verdict.put("is_compatible", messages.isEmpty()).set("messages", messages);
  }

  private List<Registered> known(String subject) {
    List<Registered> versions = catalogue.versions(subject);
    if (versions.isEmpty()) {
      throw new RegistryProblem(40401, "Subject '" + subject + "' not found.");
    }
    return versions;
  }

  private static Registered version(List<Registered> versions, String wanted) {
    int number = wanted.equals("latest") ? versions.size() : number(wanted);
    if (number < 1 || number > versions.size()) {
      throw new RegistryProblem(40402, "Version " + wanted + " not found.");
    }
    return versions.get(number - 1);
  }

  private static JsonNode describe(Registered version) {
    return JSON.objectNode()
        .put("subject", version.subject())
        .put("version", version.version())
        .put("id", version.id())
        .put("schema", version.schema().toString());
  }

  private static Schema schema(JsonNode body) {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new RegistryProblem(42201, "only AVRO schemas are kept here, not " + type);
    }
    try {
      return new Schema.Parser().parse(body.path("schema").asText());
    } catch (AvroRuntimeException | NullPointerException broken) {
      // The latter is what Avro's parser throws on a name that it does not know.
      throw new RegistryProblem(42201, "Invalid schema: " + broken.getMessage());
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new RegistryProblem(404, "HTTP 404 Not Found");
    }
  }
}
