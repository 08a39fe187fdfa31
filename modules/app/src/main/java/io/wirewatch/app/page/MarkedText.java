package io.wirewatch.app.page;

import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Place;
import java.util.List;
import java.util.Locale;

/** A text whose names are marked. */
final class MarkedText {
  private final Html html;
  private final World world;

  MarkedText(Html html, World world) {
    this.html = html;
    this.world = world;
  }

  /**
   * A text in one line.
   *
   * @param entities names in it, sorted, none overlapping another
   */
  void line(String text, List<Entity> entities) {
    int at = 0;
    for (Entity entity : entities) {
      html.text(text.substring(at, entity.start()));
      mark(entity);
      at = entity.end();
    }
    html.text(text.substring(at));
  }

  /** The same with a paragraph for each line of the text that is not blank. */
  void paragraphs(String text, List<Entity> entities) {
    int from = 0;
    int first = 0;
    while (from < text.length()) {
      int to = from;
      int last = first;
      while (to < text.length() && text.charAt(to) != '\n') {
        boolean isName = last < entities.size() && entities.get(last).start() == to;
        // A name that goes over the end of a line keeps the paragraph together.
        to = isName ? Math.max(to + 1, entities.get(last++).end()) : to + 1;
      }
      paragraph(text, from, to, entities.subList(first, last));
      from = to + 1;
      first = last;
    }
  }

  private void paragraph(String text, int from, int to, List<Entity> entities) {
    if (!text.substring(from, to).isBlank()) {
      html.open("p");
      line(text.substring(from, to), entities.stream().map(entity -> moved(entity, from)).toList());
      html.close("p");
    }
  }

  private static Entity moved(Entity entity, int by) {
    return new Entity(
        entity.field(),
        entity.start() - by,
        entity.end() - by,
        entity.text(),
        entity.type(),
        entity.id(),
        entity.confidence(),
        entity.place());
  }

  private void mark(Entity entity) {
    html.element(
        "mark", entity.text(), "class", TypeLook.of(entity.type()).style(), "title", title(entity));
  }

  /** What is known of a name, in one line. */
  private String title(Entity entity) {
    StringBuilder title = new StringBuilder(TypeLook.of(entity.type()).name());
    if (entity.id() != null) {
      title.append(" · ").append(entity.id());
      world.name(entity.id()).ifPresent(name -> title.append(" · ").append(name));
    }
    title.append(String.format(Locale.ROOT, " · confidence %.2f", entity.confidence()));
    Place place = entity.place();
    if (place != null) {
      title.append(" · ").append(world.surroundings(place));
      title.append(" · ").append(Degrees.point(place.lat(), place.lon()));
    }
    return title.toString();
  }
}
