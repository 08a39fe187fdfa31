package io.wirewatch.annotate.source;

/** How far places lie apart: the smallest box of degrees that holds them. */
final class Extent {
  private double south = 90;
  private double north = -90;
  private double west = 180;
  private double east = -180;
  private long population;

  void add(City city) {
    south = Math.min(south, city.lat());
    north = Math.max(north, city.lat());
    west = Math.min(west, city.lon());
    east = Math.max(east, city.lon());
    population += city.population();
  }

  /** Degrees north and east. */
  double[] middle() {
    return new double[] {(south + north) / 2, (west + east) / 2};
  }

  /** Inhabitants of all its places. */
  long population() {
    return population;
  }
}
