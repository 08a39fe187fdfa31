package io.wirewatch.benchmarks.quality;

/**
 * A point on the earth.
 *
 * @param lat degrees north
 * @param lon degrees east
 */
public record Point(double lat, double lon) {
  private static final double EARTH_RADIUS_KILOMETRES = 6371;

  /** Along a great circle, by the haversine formula. */
  double kilometresTo(Point other) {
    double byLat = Math.sin(Math.toRadians(other.lat - lat) / 2);
    double byLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
    double h =
        byLat * byLat
            + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * byLon * byLon;
    return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
