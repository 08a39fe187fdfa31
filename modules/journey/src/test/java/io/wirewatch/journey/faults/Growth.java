package io.wirewatch.journey.faults;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A measure that must not grow. Pure.
 *
 * @param mostPerHour how much it may grow in an hour
 */
record Growth(String name, ToDoubleFunction<Sample> measure, double mostPerHour) {

  /** Slope of the straight line through the samples (least squares); 0 for fewer than two. */
  double perHour(List<Sample> samples) {
    double meanTime = samples.stream().mapToDouble(Sample::atHours).average().orElse(0);
    double mean = samples.stream().mapToDouble(measure).average().orElse(0);
    double together = 0;
    double alone = 0;
    for (Sample sample : samples) {
      double time = sample.atHours() - meanTime;
      together += time * (measure.applyAsDouble(sample) - mean);
      alone += time * time;
    }
    return alone == 0 ? 0 : together / alone;
  }

  boolean holds(List<Sample> samples) {
    return perHour(samples) <= mostPerHour;
  }

  /** A cell of a Markdown table: first, last and growth. */
  String cell(List<Sample> samples) {
    return "%.1f → %.1f (%+.1f/h of %.0f)%s"
        .formatted(
            measure.applyAsDouble(samples.get(0)),
            measure.applyAsDouble(samples.get(samples.size() - 1)),
            perHour(samples),
            mostPerHour,
            holds(samples) ? "" : " **grows**");
  }
}
