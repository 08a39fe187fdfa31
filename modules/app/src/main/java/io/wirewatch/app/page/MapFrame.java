package io.wirewatch.app.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A part of the world on a sheet of paper: equirectangular, true to scale on its middle parallel.
 *
 * @param west degrees east of the left edge
 * @param north degrees north of the upper edge
 * @param scale units of the sheet a degree of latitude
 * @param squeeze units a degree of longitude, as a part of {@code scale}
 */
record MapFrame(Sheet sheet, double west, double north, double scale, double squeeze) {
  /** What lies farther out than this part of all weight does not make a map larger. */
  private static final double MOST_OF_IT = 0.85;

  private static final double MARGIN = 0.14;
  private static final double LEAST_SPAN = 4;
  private static final double MOST_LAT = 75;

  /** A sheet of paper, in the units of its drawing. */
  record Sheet(int width, int height) {}

  /** Degrees. */
  private record Box(double south, double west, double north, double east) {
    static Box around(List<Spot> spots) {
      return new Box(
          least(spots, Spot::lat),
          least(spots, Spot::lon),
          -least(spots, spot -> -spot.lat()),
          -least(spots, spot -> -spot.lon()));
    }

    private static double least(List<Spot> spots, ToDoubleFunction<Spot> degrees) {
      return spots.stream().mapToDouble(degrees).min().orElse(0);
    }

    double lat() {
      return (south + north) / 2;
    }

    double lon() {
      return (west + east) / 2;
    }
  }

  /** A frame with all of these in it. */
  static MapFrame ofAll(List<Spot> spots, Sheet sheet) {
    Box box = Box.around(spots);
    double squeeze = Math.cos(Math.toRadians(Math.min(MOST_LAT, Math.abs(box.lat()))));
    double high = Math.max(LEAST_SPAN, (box.north - box.south) * (1 + 2 * MARGIN));
    double wide = Math.max(LEAST_SPAN, (box.east - box.west) * (1 + 2 * MARGIN)) * squeeze;
    double scale = Math.min(sheet.height / high, sheet.width / wide);
    return new MapFrame(
        sheet,
        box.lon() - sheet.width / scale / squeeze / 2,
        box.lat() + sheet.height / scale / 2,
        scale,
        squeeze);
  }

  /** A frame with most of the weight in it, around the middle of it. */
  static MapFrame ofMost(List<Spot> spots, Sheet sheet) {
    double lat = median(spots, Spot::lat);
    double lon = median(spots, Spot::lon);
    double squeeze = Math.cos(Math.toRadians(lat));
    List<Spot> nearest = new ArrayList<>(spots);
    nearest.sort(
        Comparator.comparingDouble(
            spot -> Math.hypot(spot.lat() - lat, (spot.lon() - lon) * squeeze)));
    long enough = (long) Math.ceil(weight(spots) * MOST_OF_IT);
    int count = 0;
    for (long seen = 0; seen < enough; count++) {
      seen += nearest.get(count).weight();
    }
    return ofAll(nearest.subList(0, count), sheet);
  }

  private static long weight(List<Spot> spots) {
    return spots.stream().mapToLong(Spot::weight).sum();
  }

  /** Half of the weight lies on each side of it. */
  private static double median(List<Spot> spots, ToDoubleFunction<Spot> degrees) {
    long rest = weight(spots) / 2;
    for (Spot spot : spots.stream().sorted(Comparator.comparingDouble(degrees)).toList()) {
      rest -= spot.weight();
      if (rest < 0) {
        return degrees.applyAsDouble(spot);
      }
    }
    return 0;
  }

  double x(double lon) {
    return (lon - west) * scale * squeeze;
  }

  double y(double lat) {
    return (north - lat) * scale;
  }

  double east() {
    return west + sheet.width / scale / squeeze;
  }

  double south() {
    return north - sheet.height / scale;
  }

  boolean contains(double lat, double lon) {
    return lat <= north && lat >= south() && lon >= west && lon <= east();
  }

  boolean contains(Spot spot) {
    return contains(spot.lat(), spot.lon());
  }
}
