package io.wirewatch.annotate.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The countries with CLDR's names in the four languages and their capitals. */
final class Territories {
  private static final List<String> LOCALES = List.of("en", "ar", "ckb", "ku");

  private Territories() {}

  static List<String> lines(Packages packages, List<City> cities) throws IOException {
    Map<String, String> capitals = new TreeMap<>();
    for (City city : cities)
      if (city.feature().equals("PPLC")) capitals.putIfAbsent(city.country(), city.id());
    List<Map<String, String>> names = new ArrayList<>();
    for (String locale : LOCALES) {
      names.add(
          packages.strings(
              "cldr-localenames-full",
              "main/" + locale + "/territories.json",
              "main",
              locale,
              "localeDisplayNames",
              "territories"));
    }
    TreeSet<String> codes = new TreeSet<>();
    for (City city : cities) codes.add(city.country());
    List<String> lines = new ArrayList<>(List.of("code\tcapital\ten\tar\tckb\tkmr"));
    for (String code : codes) {
      String called = names.stream().map(of -> names(code, of)).collect(Collectors.joining("\t"));
      lines.add(code + "\t" + capitals.getOrDefault(code, "-") + "\t" + called);
    }
    return lines;
  }

  private static String names(String code, Map<String, String> of) {
    String names =
        Stream.of("", "-alt-short", "-alt-variant")
            .map(suffix -> of.get(code + suffix))
            .filter(name -> name != null && !name.contains(" - "))
            .distinct()
            .collect(Collectors.joining("|"));
    return names.isEmpty() ? "-" : names;
  }
}
