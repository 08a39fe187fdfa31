package io.wirewatch.benchmarks.scale;

import java.util.Random;

/**
 * Articles that come at random moments.
 *
 * @param perSecond on average
 * @param hottest share of them that one source publishes
 * @param keyedBySource whether a source's articles are all in one partition; else an article's id
 *     says where it is
 */
public record Articles(double perSecond, double hottest, boolean keyedBySource) {
  private static final int OTHER_SOURCES = 1_000;

  double secondsToNext(Random random) {
    return -Math.log(1 - random.nextDouble()) / perSecond;
  }

  int partition(Random random, int partitions) {
    if (!keyedBySource) {
      return random.nextInt(partitions);
    }
    return random.nextDouble() < hottest ? 0 : random.nextInt(OTHER_SOURCES) % partitions;
  }
}
