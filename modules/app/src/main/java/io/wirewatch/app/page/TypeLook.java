package io.wirewatch.app.page;

import io.wirewatch.annotate.EntityType;

/**
 * How names of a type look: a class of the style sheet, which gives colour, kind of line and a
 * short label, and words for people.
 */
record TypeLook(String style, String name, String meaning) {
  static TypeLook of(EntityType type) {
    return switch (type) {
      case PERSON -> new TypeLook("per", "person", "a person's name");
      case ORGANIZATION ->
          new TypeLook("org", "organization", "an institution, a force, a party, a company");
      case GROUP -> new TypeLook("grp", "group", "an armed group that is no state's");
      case LOCATION -> new TypeLook("loc", "location", "a place with a name");
      case NATIONALITY -> new TypeLook("nat", "nationality", "a nation, a people, a community");
    };
  }
}
