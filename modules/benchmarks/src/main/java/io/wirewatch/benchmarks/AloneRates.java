package io.wirewatch.benchmarks;

/**
 * What annotation and matching reach without Kafka, in articles a second.
 *
 * @param least of both steps, in the slower measurement
 * @param most of both steps, in the faster one
 * @param annotated of one thread that only annotates
 * @param matched of one thread that only matches
 */
record AloneRates(double least, double most, double annotated, double matched) {

  /** From three numbers: both, annotated, matched. */
  static AloneRates parse(String line) {
    String[] numbers = line.split(" ", -1);
    double both = Double.parseDouble(numbers[0]);
    return new AloneRates(
        both, both, Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
  }

  /** This and another measurement as one. */
  AloneRates and(AloneRates other) {
    return new AloneRates(
        Math.min(least, other.least),
        Math.max(most, other.most),
        (annotated + other.annotated) / 2,
        (matched + other.matched) / 2);
  }

  double both() {
    return (least + most) / 2;
  }

  String range() {
    return "%,.0f to %,.0f".formatted(least, most);
  }

  double annotationMicros() {
    return 1e6 / annotated;
  }

  double matchingMicros() {
    return 1e6 / matched;
  }
}
