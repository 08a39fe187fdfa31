package io.wirewatch.benchmarks.scale;

/** One thread that serves whoever comes, in their order, each for the same time. */
final class Line {
  /* Lindley's recursion: who comes at a begins when he is there and the one before has gone, so departures alone have to
   * be remembered. With arrivals at random moments (Poisson) this is M/D/1, whose mean wait is S * r / (2 * (1 - r)) for
   * a service of S and a load of r (Pollaczek-Khinchine). */
  private final double serviceSeconds;
  private double free;

  Line(double serviceSeconds) {
    this.serviceSeconds = serviceSeconds;
  }

  /** When one that comes at that time has been served; times of arrival must not go back. */
  double departure(double arrival) {
    free = Math.max(free, arrival) + serviceSeconds;
    return free;
  }
}
