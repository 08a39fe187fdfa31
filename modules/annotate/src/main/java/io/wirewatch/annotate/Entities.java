package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.annotate.tagger.TakenApart;
import io.wirewatch.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the entities of an article with their spans. */
final class Entities {
  private static final double NAME_CONFIDENCE = 0.8;
  private static final double PART_CONFIDENCE = 0.7;
  private static final int LONGEST_ENDING = 3;

  private final Gazetteer gazetteer;
  private final Language language;
  private final List<Entity> entities = new ArrayList<>();

  Entities(Gazetteer gazetteer, Language language) {
    this.gazetteer = gazetteer;
    this.language = language;
  }

  List<Entity> sorted() {
    entities.sort(Comparator.comparing(Entity::field).thenComparingInt(Entity::start));
    return List.copyOf(entities);
  }

  /** A name of which nothing is known but what it is. */
  void add(Part part, TaggedName name) {
    int start = part.tokens().start(name.first());
    int end = TakenApart.end(part.tokens(), name.first(), name.last());
    String text = part.tokens().text().substring(start, end);
    entities.add(
        new Entity(part.field(), start, end, text, name.type(), null, NAME_CONFIDENCE, null));
  }

  void add(Reading reading, String text) {
    Meaning meaning = reading.meaning();
    EntityType said = reading.mention().type();
    EntityType type = said == null ? meaning.kind().type() : said;
    double confidence =
        said == null ? Math.round(reading.confidence() * 100) / 100.0 : PART_CONFIDENCE;
    Place place = meaning.kind().type() == EntityType.LOCATION ? place(meaning) : null;
    String id = said == null ? meaning.id() : null;
    add(reading.mention(), text, type, id, confidence, place);
  }

  /**
   * A name whose part is not believed to be a place: of the whole the type is known all the same.
   */
  void add(Mention mention, EntityType type, String text) {
    add(mention, text, type, null, NAME_CONFIDENCE, null);
  }

  private void add(
      Mention mention,
      String text,
      EntityType type,
      @Nullable String id,
      double confidence,
      @Nullable Place place) {
    int start = mention.match().start();
    int end = end(text, mention.match().end());
    String name = text.substring(start, end);
    entities.add(new Entity(mention.field(), start, end, name, type, id, confidence, place));
  }

  private @Nullable Place place(Meaning meaning) {
    if (meaning.country() < 0) return null;
    String country = Codes.region(gazetteer.meaning(meaning.country()));
    String admin1 = meaning.admin1() < 0 ? null : Codes.region(gazetteer.meaning(meaning.admin1()));
    return new Place(Codes.degrees(meaning.lat()), Codes.degrees(meaning.lon()), country, admin1);
  }

  /**
   * Kurmanji sets endings off by an apostrophe, old Sorani ends vowels with a joiner: both are part
   * of the name.
   */
  private int end(String text, int end) {
    if (language == Language.CKB && end < text.length() && text.charAt(end) == '\u200c')
      return end + 1;
    if (language != Language.KMR || end + 1 >= text.length() || "'’‘".indexOf(text.charAt(end)) < 0)
      return end;
    int at = end + 1;
    while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
    return at > end + 1 && at - end - 1 <= LONGEST_ENDING ? at : end;
  }
}
