package io.wirewatch.annotate.build;

import java.util.Map;
import java.util.Set;

/** How likely a name means a place before anything is known of the article. */
final class Weights {
  private static final Set<String> HOME = Set.of("IQ", "SY");
  static final Set<String> MIDDLE_EAST =
      Set.of(
          "IQ", "SY", "TR", "IR", "JO", "LB", "KW", "SA", "EG", "IL", "PS", "YE", "AE", "BH", "QA",
          "OM", "CY");
  /* GeoNames has no inhabitants for many a seat of government: a seat counts at least as much as this. */
  private static final Map<String, Float> SEATS =
      Map.of("PPLC", 5.7f, "PPLA", 5f, "PPLA2", 4.3f, "PPLA3", 3.7f);
  private static final float CAPITAL = 1.2f;

  private Weights() {}

  /** What the home region adds: its news are what is read here. */
  static float home(String code) {
    String country = code.length() < 2 ? code : code.substring(0, 2);
    return HOME.contains(country) ? 1f : MIDDLE_EAST.contains(country) ? 0.5f : 0f;
  }

  static float place(String country, float population, String feature) {
    float inhabitants = (float) Math.log10(Math.max(population, 500));
    float seat =
        MIDDLE_EAST.contains(country) || feature.equals("PPLC")
            ? SEATS.getOrDefault(feature, 3f)
            : 3f;
    return Math.max(inhabitants, seat) + home(country) + (feature.equals("PPLC") ? CAPITAL : 0f);
  }
}
