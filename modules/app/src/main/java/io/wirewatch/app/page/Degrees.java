package io.wirewatch.app.page;

import java.util.Locale;

/** Coordinates as people write them. */
final class Degrees {
  private Degrees() {}

  /** {@code 36.34° N 43.13° E}: to a hundredth, about a kilometre. */
  static String point(double lat, double lon) {
    return String.format(
        Locale.ROOT,
        "%.2f° %s %.2f° %s",
        Math.abs(lat),
        lat < 0 ? "S" : "N",
        Math.abs(lon),
        lon < 0 ? "W" : "E");
  }

  /** {@code 35° N}, of a parallel. */
  static String parallel(int lat) {
    return Math.abs(lat) + "°" + (lat == 0 ? "" : lat < 0 ? " S" : " N");
  }

  /** {@code 45° E}, of a meridian. */
  static String meridian(int lon) {
    return Math.abs(lon) + "°" + (lon == 0 || Math.abs(lon) == 180 ? "" : lon < 0 ? " W" : " E");
  }
}
