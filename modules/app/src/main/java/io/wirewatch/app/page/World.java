package io.wirewatch.app.page;

import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.Level;
import io.wirewatch.annotate.Meaning;
import io.wirewatch.annotate.Meaning.Kind;
import io.wirewatch.annotate.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gazetteer knows, as a page needs it: names of ids and codes, countries, towns. */
final class World {
  private static final String ISO = "iso:";

  private final Map<String, Meaning> known = new HashMap<>();
  private final List<Meaning> countries = new ArrayList<>();
  private final List<Town> towns = new ArrayList<>();

  /**
   * A place where people live.
   *
   * @param country a number for each country
   */
  record Town(float lat, float lon, int country) {}

  private World() {}

  /**
   * One look at all of the gazetteer.
   *
   * @param ids of the places that will be asked for; countries and divisions are known anyway
   */
  static World of(Gazetteer gazetteer, Set<String> ids) {
    World world = new World();
    for (int index = 0; index < gazetteer.size(); index++) {
      Meaning meaning = gazetteer.meaning(index);
      if (meaning.kind() == Kind.PLACE) {
        world.towns.add(new Town(meaning.lat(), meaning.lon(), meaning.country()));
      }
      if (meaning.kind() == Kind.COUNTRY) {
        world.countries.add(meaning);
      }
      if (meaning.id().startsWith(ISO) || ids.contains(meaning.id())) {
        world.known.put(meaning.id(), meaning);
      }
    }
    return world;
  }

  /** How a person calls what has this id. */
  Optional<String> name(String id) {
    return Optional.ofNullable(known.get(id)).map(Meaning::name);
  }

  /** The country or division with this ISO code, by name; the code where there is none. */
  String nameOfCode(String code) {
    return name(ISO + code).orElse(code);
  }

  /** How wide what has this id is; a place where that is not known. */
  Level level(String id) {
    Meaning meaning = known.get(id);
    if (meaning == null || meaning.kind() == Kind.PLACE) {
      return Level.PLACE;
    }
    return meaning.kind() == Kind.COUNTRY ? Level.COUNTRY : Level.ADMIN1;
  }

  /** What contains a place: its division and country, by name, whichever are known. */
  String surroundings(Place place) {
    String admin1 = place.admin1();
    return Stream.of(Optional.ofNullable(admin1), Optional.of(place.country()))
        .flatMap(Optional::stream)
        .map(this::nameOfCode)
        .collect(Collectors.joining(", "));
  }

  /** All countries, those with the most towns first. */
  List<Meaning> countries() {
    Map<Integer, Long> sizes =
        towns.stream().collect(Collectors.groupingBy(Town::country, Collectors.counting()));
    return countries.stream()
        .sorted(Comparator.comparing(c -> -sizes.getOrDefault(c.country(), 0L)))
        .toList();
  }

  List<Town> towns() {
    return towns;
  }
}
