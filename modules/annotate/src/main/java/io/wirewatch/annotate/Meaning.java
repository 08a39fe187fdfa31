package io.wirewatch.annotate;

/**
 * One thing that names can mean.
 *
 * @param id unique
 * @param name how a person calls it, English where there is such a name
 * @param country index of the country's meaning, its own for a country; -1 for none
 * @param admin1 index of the first-level division's meaning, its own for a division; -1 for none
 * @param lat degrees north; of a kind that is a place
 * @param lon degrees east
 * @param weight how likely a name means this one without any context: about the decimal logarithm
 *     of the inhabitants
 */
public record Meaning(
    Kind kind,
    String id,
    String name,
    int country,
    int admin1,
    float lat,
    float lon,
    float weight) {

  /** What a meaning is, by which the text is read. */
  public enum Kind {
    COUNTRY(EntityType.LOCATION),
    ADMIN1(EntityType.LOCATION),
    PLACE(EntityType.LOCATION),
    NATIONALITY(EntityType.NATIONALITY),
    GROUP(EntityType.GROUP),
    ORGANIZATION(EntityType.ORGANIZATION),
    PERSON(EntityType.PERSON);

    private final EntityType type;

    Kind(EntityType type) {
      this.type = type;
    }

    /** The type of an entity that has this meaning. */
    public EntityType type() {
      return type;
    }
  }
}
