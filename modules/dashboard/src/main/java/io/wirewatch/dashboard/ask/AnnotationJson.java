package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Place;
import io.wirewatch.annotate.Region;
import java.util.Locale;

/**
 * What was found in an article, as a line of JSON: {@code {"id","language","entities":[…],
 * "regions":[…]}}.
 */
public final class AnnotationJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AnnotationJson() {}

  /** The line, without its end. */
  public static String line(String id, Annotation found) {
    return put(JSON.objectNode().put("id", id), found).toString();
  }

  /** Adds what was found to a larger object. */
  static ObjectNode put(ObjectNode node, Annotation found) {
    node.put("language", found.language().code());
    ArrayNode entities = node.putArray("entities");
    found.entities().forEach(entity -> entities.add(entity(entity)));
    ArrayNode regions = node.putArray("regions");
    found.regions().forEach(region -> regions.add(region(region)));
    return node;
  }

  private static ObjectNode entity(Entity entity) {
    ObjectNode node =
        JSON.objectNode()
            .put("field", entity.field().name().toLowerCase(Locale.ROOT))
            .put("start", entity.start())
            .put("end", entity.end())
            .put("text", entity.text())
            .put("type", entity.type().name());
    if (entity.id() != null) {
      node.put("id", entity.id());
    }
    node.put("confidence", entity.confidence());
    Place place = entity.place();
    if (place != null) {
      ObjectNode where = node.putObject("place").put("lat", place.lat()).put("lon", place.lon());
      where.put("country", place.country());
      if (place.admin1() != null) {
        where.put("admin1", place.admin1());
      }
    }
    return node;
  }

  private static ObjectNode region(Region region) {
    return JSON.objectNode()
        .put("code", region.code())
        .put("level", region.level().name())
        .put("name", region.name())
        .put("country", region.country())
        .put("lat", region.lat())
        .put("lon", region.lon())
        .put("weight", region.weight());
  }
}
