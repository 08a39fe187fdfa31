package io.wirewatch.benchmarks.desk;

import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where made-up news happen: real towns with their provinces and countries, roughly placed. */
final class Places {
  /** Town, code, latitude, longitude, province, its code, country, its code. */
  private static final String TOWNS =
      """
      Fallujah|geonames:99347|33.35|43.78|Al Anbar|IQ-AN|Iraq|IQ
      Ramadi|geonames:99169|33.42|43.31|Al Anbar|IQ-AN|Iraq|IQ
      Mosul|geonames:99072|36.34|43.13|Nineveh|IQ-NI|Iraq|IQ
      Sinjar|geonames:448149|36.32|41.86|Nineveh|IQ-NI|Iraq|IQ
      Kirkuk|geonames:94787|35.47|44.39|Kirkuk|IQ-KI|Iraq|IQ
      Baghdad|geonames:98182|33.34|44.40|Baghdad|IQ-BG|Iraq|IQ
      Basra|geonames:99532|30.51|47.81|Basra|IQ-BA|Iraq|IQ
      Erbil|geonames:95446|36.19|44.01|Erbil|IQ-AR|Iraq|IQ
      Sulaymaniyah|geonames:98463|35.56|45.44|Sulaymaniyah|IQ-SU|Iraq|IQ
      Raqqa|geonames:172955|35.95|39.01|Raqqa|SY-RA|Syria|SY
      Aleppo|geonames:170063|36.20|37.16|Aleppo|SY-HL|Syria|SY
      Qamishli|geonames:173811|37.05|41.23|Al-Hasakah|SY-HA|Syria|SY
      Deir ez-Zor|geonames:170794|35.34|40.14|Deir ez-Zor|SY-DY|Syria|SY
      Diyarbakir|geonames:316541|37.92|40.21|Diyarbakir|TR-21|Türkiye|TR
      Van|geonames:298117|38.49|43.38|Van|TR-65|Türkiye|TR
      Gaziantep|geonames:314830|37.06|37.38|Gaziantep|TR-27|Türkiye|TR
      Kermanshah|geonames:128226|34.31|47.07|Kermanshah|IR-05|Iran|IR
      Urmia|geonames:121801|37.55|45.07|West Azerbaijan|IR-04|Iran|IR
      Tripoli|geonames:266826|34.44|35.85|North Lebanon|LB-AS|Lebanon|LB
      Tyre|geonames:267008|33.27|35.20|South Lebanon|LB-JA|Lebanon|LB
      Irbid|geonames:248944|32.56|35.85|Irbid|JO-IR|Jordan|JO
      Aden|geonames:415189|12.78|45.04|Aden|YE-AD|Yemen|YE
      Hodeidah|geonames:79415|14.80|42.95|Al Hudaydah|YE-HU|Yemen|YE
      """;

  private static final List<List<Region>> ALL = TOWNS.lines().map(Places::town).toList();

  private Places() {}

  /** A town, its province, its country. */
  private static List<Region> town(String line) {
    String[] part = line.split("\\|", -1);
    double lat = Double.parseDouble(part[2]);
    double lon = Double.parseDouble(part[3]);
    String country = part[7];
    return List.of(
        new Region(part[1], RegionLevel.PLACE, part[0], country, lat, lon, 0.0),
        new Region(part[5], RegionLevel.ADMIN1, part[4], country, round(lat), round(lon), 0.0),
        new Region(country, RegionLevel.COUNTRY, part[6], country, 0.0, 0.0, 0.0));
  }

  private static double round(double degrees) {
    return Math.rint(degrees * 2) / 2;
  }

  /** The regions of one article: one to three towns and what lies around them, heaviest first. */
  static List<Region> some(Random random) {
    Map<String, Region> found = new LinkedHashMap<>();
    int towns = 1 + random.nextInt(3);
    for (int k = 0; k < towns; k++) {
      // The first few happen more often, as in a real week.
      int at = (int) (ALL.size() * random.nextDouble() * random.nextDouble());
      ALL.get(at).forEach(region -> found.putIfAbsent(region.getCode(), region));
    }
    List<Region> weighed = new ArrayList<>();
    double weight = 1;
    for (Region region : found.values()) {
      weighed.add(Region.newBuilder(around(region)).setWeight(weight).build());
      weight = Math.rint(weight * 710) / 1000;
    }
    return weighed;
  }

  /** A country lies where its first town does. */
  private static Region around(Region region) {
    if (region.getLevel() != RegionLevel.COUNTRY) {
      return region;
    }
    Region town =
        ALL.stream()
            .map(three -> three.get(0))
            .filter(one -> one.getCountry().equals(region.getCode()))
            .findFirst()
            .orElseThrow();
    return Region.newBuilder(region).setLat(town.getLat()).setLon(town.getLon()).build();
  }
}
