package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DayFilterTest {
  private final DayFilter filter = new DayFilter();

  @Test
  void mayHave_whatWasAdded_isAlwaysTrue() {
    IntStream.range(0, 50_000).forEach(i -> filter.add(20_321, "article-" + i));

    assertThat(IntStream.range(0, 50_000).allMatch(i -> filter.mayHave(20_321, "article-" + i)))
        .isTrue();
  }

  @Test
  void mayHave_whatWasNotAdded_isSeldomTrue() {
    IntStream.range(0, 50_000).forEach(i -> filter.add(20_321, "article-" + i));

    assertThat(IntStream.range(0, 50_000).filter(i -> filter.mayHave(20_321, "other-" + i)).count())
        .isLessThan(2_500);
    assertThat(filter.mayHave(20_322, "article-1")).isFalse();
  }

  @Test
  void dropBefore_aDay_leavesItAndLaterOnes() {
    filter.add(20_321, "a");
    filter.add(20_322, "a");

    filter.dropBefore(20_322);

    assertThat(filter.mayHave(20_321, "a")).isFalse();
    assertThat(filter.mayHave(20_322, "a")).isTrue();
  }
}
