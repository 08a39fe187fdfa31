package io.wirewatch.deliver.target;

import io.wirewatch.Alert;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import java.util.List;
import java.util.Optional;

/** Where an alert is about, in one name. */
final class Places {
  private static final int LONGEST = 80;

  private Places() {}

  /**
   * The nearest place in the country that weighs most, and that country; empty where none is known.
   */
  static Optional<String> of(Alert alert) {
    if (alert.getRegions().isEmpty()) {
      return Optional.empty();
    }
    String country = alert.getRegions().get(0).getCountry();
    List<Region> there =
        alert.getRegions().stream().filter(r -> r.getCountry().equals(country)).toList();
    Optional<String> whole = first(there, RegionLevel.COUNTRY);
    Optional<String> near =
        first(there, RegionLevel.PLACE).or(() -> first(there, RegionLevel.ADMIN1));
    return near.map(name -> name + whole.map(of -> ", " + of).orElse(", " + country))
        .or(() -> whole);
  }

  private static Optional<String> first(List<Region> regions, RegionLevel level) {
    return regions.stream()
        .filter(region -> region.getLevel() == level)
        .findFirst()
        .map(region -> Headline.isolated(region.getName(), LONGEST));
  }
}
