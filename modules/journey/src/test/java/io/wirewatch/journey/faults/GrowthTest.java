package io.wirewatch.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrowthTest {
  private static final Growth HEAP = new Growth("heap", Sample::heapMebibytes, 10);

  @Test
  void perHour_straightLine_isItsSlope() {
    assertThat(HEAP.perHour(samples(50, 12))).isCloseTo(12, within(1e-9));
  }

  @Test
  void holds_withinTheBound_true() {
    assertThat(HEAP.holds(samples(50, 9))).isTrue();
  }

  @Test
  void holds_leak_false() {
    assertThat(HEAP.holds(samples(50, 11))).isFalse();
  }

  @Test
  void perHour_oneSample_isZero() {
    assertThat(HEAP.perHour(List.of(new Sample(0, 50, 0, 0, 0, 0)))).isZero();
  }

  private static List<Sample> samples(double first, double perHour) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double hours = i / 60.0;
      samples.add(new Sample(hours, first + perHour * hours, 0, 0, 0, 0));
    }
    return samples;
  }
}
