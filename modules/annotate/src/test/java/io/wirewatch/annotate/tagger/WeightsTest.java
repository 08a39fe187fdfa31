package io.wirewatch.annotate.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final int BITS = 9;

  @Test
  void sum_ofAsManyRowsAsAWordHas_isTheSumOfEach() {
    Random random = new Random(20261129);
    Weights weights = new Weights(BITS);
    int[][] plain = new int[1 << BITS][Labels.COUNT];
    for (int row = 0; row < plain.length; row++) {
      for (int label = 0; label < Labels.COUNT; label++) {
        plain[row][label] = random.nextInt(2 * Weights.MOST + 1) - Weights.MOST;
        weights.set(row, label, plain[row][label]);
      }
    }
    for (int count : new int[] {0, 1, 90, Features.MOST}) {
      int[] rows = random.ints(count, 0, plain.length).toArray();
      int[] wanted = new int[Labels.COUNT];
      for (int row : rows) {
        for (int label = 0; label < Labels.COUNT; label++) {
          wanted[label] += plain[row][label];
        }
      }
      assertThat(sums(weights, rows)).isEqualTo(wanted);
    }
  }

  @Test
  void sum_ofTheLargestAndSmallest_doesNotRunOver() {
    Weights weights = new Weights(1);
    for (int label = 0; label < Labels.COUNT; label++) {
      weights.set(0, label, 1_000);
      weights.set(1, label, -1_000);
    }
    int[] ones = new int[Features.MOST];
    Arrays.fill(ones, 1);
    assertThat(sums(weights, new int[Features.MOST])).containsOnly(Features.MOST * Weights.MOST);
    assertThat(sums(weights, ones)).containsOnly(-Features.MOST * Weights.MOST);
  }

  private static int[] sums(Weights weights, int[] rows) {
    int[] sums = new int[Labels.COUNT];
    weights.sum(rows, rows.length, sums);
    return sums;
  }
}
