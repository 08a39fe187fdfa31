package io.wirewatch.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NeedsTest {
  private static final Costs COSTS =
      new Costs(
          1_000,
          50,
          500,
          100,
          200,
          new Costs.Bytes(1_000, 2_000, 500, 2_000, 100, 50, 25),
          Duration.ofMillis(100));
  private static final Needs.Plan PLAN =
      new Needs.Plan(0.5, 3, Duration.ofDays(1), Duration.ofDays(7));
  private static final Needs NEEDS = Needs.of(1_000, COSTS, PLAN);

  @Test
  void threads_ofAMillisecondAThousandTimesASecond_areTwoAtHalfTheirTime() {
    assertThat(NEEDS.enrichThreads()).isEqualTo(2);
    assertThat(NEEDS.alertThreads()).isEqualTo(1);
  }

  @Test
  void cores_countEveryThread() {
    assertThat(NEEDS.stageCores()).isCloseTo(3.3, within(1e-9));
    assertThat(NEEDS.brokerCores()).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void partitions_areTwiceTheThreadsAtLeast() {
    assertThat(NEEDS.partitions()).isEqualTo(6);
    assertThat(Needs.of(10_000, COSTS, PLAN).partitions()).isEqualTo(48);
  }

  @Test
  void written_isEachByteInEachCopy() {
    assertThat(NEEDS.writtenBytesASecond()).isCloseTo(3 * 5_675_000, within(1e-6));
  }

  @Test
  void sent_isToReadersOnceAndToEachOtherCopy() {
    assertThat(NEEDS.sentBytesASecond()).isCloseTo(5_500_000 + 2 * 5_675_000, within(1e-6));
  }

  @Test
  void kept_isWithoutWhatOnlyPasses() {
    assertThat(NEEDS.keptBytes()).isCloseTo(3.0 * 3_675_000 * 86_400, within(1.0));
  }

  @Test
  void memory_isOfEightDays() {
    assertThat(NEEDS.memoryBytes()).isCloseTo(150.0 * 1_000 * 8 * 86_400, within(1.0));
  }

  @Test
  void brokers_areNeverFewerThanCopies() {
    assertThat(NEEDS.brokers()).isEqualTo(3);
    assertThat(Needs.of(50_000, COSTS, PLAN).brokers()).isEqualTo(9);
  }
}
