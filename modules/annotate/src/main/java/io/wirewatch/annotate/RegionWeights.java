package io.wirewatch.annotate;

import io.wirewatch.annotate.Meaning.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums what an article says of each part of the world into shares. */
final class RegionWeights {
  private static final double NATIONALITY = 0.8;
  private static final double ACTOR = 0.5;
  private static final double PART_OF_A_BODY = 0.5;

  /* A country with a smaller part of what the first one has is a passing mention, in an article that names many; one that
   * names few is about each of them. In between the bound rises with what is said in all. What the first lines name is
   * seldom said in passing: "the crossing between Nineveh and Syria". */
  private static final double LEAST_PART = 0.4;
  private static final double LEAST_PART_OF_LED = 0.15;
  private static final double FEW = 4;
  private static final double MANY = 10;

  private final Gazetteer gazetteer;
  private final Map<Integer, Double> said = new HashMap<>();
  private final Set<Integer> headed = new HashSet<>();
  private final Set<Integer> led = new HashSet<>();
  private double total;

  RegionWeights(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  void add(Reading reading) {
    Meaning meaning = reading.meaning();
    if (meaning.country() < 0) return;
    double weight = reading.mention().emphasis() * factor(reading);
    total += weight;
    said.merge(meaning.country(), weight, Double::sum);
    if (reading.mention().field() == Field.HEADLINE) headed.add(meaning.country());
    if (reading.mention().emphasis() >= Emphasis.LEAD) led.add(meaning.country());
    if (meaning.admin1() >= 0) said.merge(meaning.admin1(), weight, Double::sum);
    if (meaning.kind() == Kind.PLACE) said.merge(reading.index(), weight, Double::sum);
  }

  /** The regions, the heaviest first, without what is said in passing. */
  List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    double first = said.values().stream().mapToDouble(weight -> weight).max().orElse(0);
    double rise = Math.max(0, Math.min(1, (total - FEW) / (MANY - FEW)));
    said.forEach(
        (index, weight) -> {
          int country = gazetteer.country(index);
          if (said.getOrDefault(country, 0.0) >= leastPart(country) * rise * first)
            regions.add(region(gazetteer.meaning(index), weight / total));
        });
    regions.sort(
        Comparator.comparingDouble(Region::weight)
            .reversed()
            .thenComparing(Region::level)
            .thenComparing(Region::code));
    return List.copyOf(regions);
  }

  private double leastPart(int country) {
    if (headed.contains(country)) return 0;
    return led.contains(country) ? LEAST_PART_OF_LED : LEAST_PART;
  }

  private Region region(Meaning meaning, double weight) {
    Level level =
        switch (meaning.kind()) {
          case COUNTRY -> Level.COUNTRY;
          case ADMIN1 -> Level.ADMIN1;
          default -> Level.PLACE;
        };
    double rounded = Math.round(weight * 10_000) / 10_000.0;
    return new Region(
        Codes.region(meaning),
        level,
        meaning.name(),
        Codes.region(gazetteer.meaning(meaning.country())),
        Codes.degrees(meaning.lat()),
        Codes.degrees(meaning.lon()),
        rounded);
  }

  private static double factor(Reading reading) {
    if (reading.mention().type() == EntityType.ORGANIZATION) return PART_OF_A_BODY;
    return switch (reading.meaning().kind()) {
      case NATIONALITY -> NATIONALITY;
      case GROUP, ORGANIZATION, PERSON -> ACTOR;
      default -> 1;
    };
  }
}
