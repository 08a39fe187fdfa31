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
    COUNTRY(0, EntityType.LOCATION),
    ADMIN1(1, EntityType.LOCATION),
    PLACE(2, EntityType.LOCATION),
    NATIONALITY(3, EntityType.NATIONALITY),
    GROUP(4, EntityType.GROUP),
    ORGANIZATION(5, EntityType.ORGANIZATION),
    PERSON(6, EntityType.PERSON);

    private final int code;
    private final EntityType type;

    Kind(int code, EntityType type) {
      this.code = code;
      this.type = type;
    }

    /** How the gazetteer's file writes it. */
    public int code() {
      return code;
    }

    /** The type of an entity that has this meaning. */
    public EntityType type() {
      return type;
    }
  }
}
