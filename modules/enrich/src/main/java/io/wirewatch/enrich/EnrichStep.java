package io.wirewatch.enrich;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.Field;
import io.wirewatch.Place;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of an article what it is about: the annotator's findings as a record. */
public final class EnrichStep {
  static final String NAME = "enrich";
  // A body of 1 MiB that is one list of names would make a record that no topic takes.
  private static final int MOST_ENTITIES = 5_000;

  private final Annotator annotator;

  /** A step that asks this annotator; thread-safe. */
  public EnrichStep(Annotator annotator) {
    this.annotator = annotator;
  }

  /** The article with what is found in it. */
  public EnrichedArticle enriched(Revised revised) {
    return read(unread(revised));
  }

  /** The article with its language alone, for whoever may not need the rest. */
  public static EnrichedArticle unread(Revised revised) {
    RawArticle article = revised.article();
    Language language = Annotator.language(text(article, article.getLanguage()));
    return record(article, revised.revision(), language.code(), List.of(), List.of());
  }

  /** An article that had its language alone with all that is found in it. */
  public EnrichedArticle read(EnrichedArticle unread) {
    RawArticle article = unread.getArticle();
    Annotation found = annotator.annotate(text(article, unread.getLanguage()));
    return record(
        article,
        unread.getRevision(),
        unread.getLanguage(),
        found.entities().stream().limit(MOST_ENTITIES).map(EnrichStep::entity).toList(),
        found.regions().stream().map(EnrichStep::region).toList());
  }

  private static EnrichedArticle record(
      RawArticle article,
      int revision,
      String language,
      List<Entity> entities,
      List<Region> regions) {
    return new EnrichedArticle(article, revision, language, entities, regions, null, null);
  }

  private static ArticleText text(RawArticle article, @Nullable String language) {
    return new ArticleText(
        article.getHeadline(),
        article.getBody(),
        article.getDateline(),
        language,
        article.getSource());
  }

  private static Entity entity(io.wirewatch.annotate.Entity found) {
    return new Entity(
        Field.valueOf(found.field().name()),
        found.start(),
        found.end(),
        found.text(),
        EntityType.valueOf(found.type().name()),
        found.id(),
        found.confidence(),
        place(found.place()));
  }

  private static @Nullable Place place(io.wirewatch.annotate.@Nullable Place place) {
    return place == null
        ? null
        : new Place(place.lat(), place.lon(), place.country(), place.admin1());
  }

  private static Region region(io.wirewatch.annotate.Region found) {
    return new Region(
        found.code(),
        RegionLevel.valueOf(found.level().name()),
        found.name(),
        found.country(),
        found.lat(),
        found.lon(),
        found.weight());
  }
}
