package io.wirewatch.rules;

import java.util.Set;

/**
 * What rules look at.
 *
 * @param id names the article in results
 * @param headline may be empty
 * @param body may be empty
 * @param language a code such as {@code ar}; anything not known, or empty, counts as unknown
 * @param source who published it
 * @param regions codes of countries, admin1 regions and places that it is about; a place comes with
 *     what it lies in
 * @param entities ids of the entities that it names, such as {@code group:isis}
 */
public record Article(
    String id,
    String headline,
    String body,
    String language,
    String source,
    Set<String> regions,
    Set<String> entities) {

  /** Copies the sets. */
  public Article {
    regions = Set.copyOf(regions);
    entities = Set.copyOf(entities);
  }

  /** The text of a field. */
  public String text(Field field) {
    return field == Field.HEADLINE ? headline : body;
  }
}
