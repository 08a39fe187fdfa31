package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Place;
import io.wirewatch.annotate.Region;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch annotate}: entities and regions of articles, without Kafka. */
@Command(
    name = "annotate",
    description = "Find entities and regions: article JSON lines in, annotated lines out.")
final class AnnotateCommand implements Callable<Integer> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "JSON lines {\"id\",\"headline\",\"body\"}; - for standard input (default).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String file;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Annotator annotator = Annotator.bundled();
    return LineWork.run(
        file, line -> line(line.id(), annotate(annotator, line)), spec.commandLine());
  }

  static Annotation annotate(Annotator annotator, TextLine line) {
    return annotator.annotate(
        new ArticleText(
            line.headline(),
            line.body(),
            line.dateline().orElse(null),
            line.language().orElse(null),
            line.source()));
  }

  private static String line(String id, Annotation found) {
    ObjectNode line = JSON.objectNode().put("id", id).put("language", found.language().code());
    ArrayNode entities = line.putArray("entities");
    found.entities().forEach(entity -> entities.add(entity(entity)));
    ArrayNode regions = line.putArray("regions");
    found.regions().forEach(region -> regions.add(region(region)));
    return line.toString();
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
