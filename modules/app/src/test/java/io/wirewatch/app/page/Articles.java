package io.wirewatch.app.page;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Field;
import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.Place;
import io.wirewatch.annotate.Region;
import io.wirewatch.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Annotated articles for tests, made by hand. */
final class Articles {
  static final Gazetteer GAZETTEER = Gazetteer.bundled();
  static final World WORLD =
      World.of(GAZETTEER, java.util.Set.of("geonames:99072", "geonames:98182", "group:isis"));
  static final Place MOSUL = new Place(36.335, 43.1189, "IQ", "IQ-NI");

  private final String headline;
  private final String body;
  private final List<Entity> entities = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private Language language = Language.EN;
  private String id = "a";

  private Articles(String headline, String body) {
    this.headline = headline;
    this.body = body;
  }

  static Articles anArticle(String headline, String body) {
    return new Articles(headline, body);
  }

  Articles withId(String id) {
    this.id = id;
    return this;
  }

  Articles in(Language language) {
    this.language = language;
    return this;
  }

  /** Marks the first place in the body where this stands. */
  Articles naming(String text, EntityType type, @Nullable String id, @Nullable Place place) {
    int start = body.indexOf(text);
    entities.add(
        new Entity(Field.BODY, start, start + text.length(), text, type, id, 0.935, place));
    return this;
  }

  Articles about(Region region) {
    regions.add(region);
    return this;
  }

  PageArticle done() {
    return new PageArticle(id, "", "", headline, body, new Annotation(language, entities, regions));
  }

  /** A town somewhere, named so often. */
  static Spot spot(String name, double lat, double lon, int mentions) {
    return new Spot(
        name, "", io.wirewatch.annotate.Level.PLACE, lat, lon, mentions, "named", List.of());
  }
}
