package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KeyFilterTest {
  private final KeyFilter filter = new KeyFilter();

  @Test
  void mayHave_whatWasAdded_isAlwaysTrue() {
    IntStream.range(0, 50_000).forEach(i -> filter.add("120321/article-" + i));

    assertThat(IntStream.range(0, 50_000).allMatch(i -> filter.mayHave("120321/article-" + i)))
        .isTrue();
  }

  @Test
  void mayHave_whatWasNotAdded_isSeldomTrue() {
    IntStream.range(0, 50_000).forEach(i -> filter.add("120321/article-" + i));

    assertThat(IntStream.range(0, 50_000).filter(i -> filter.mayHave("120321/other-" + i)).count())
        .isLessThan(2_500);
    assertThat(filter.mayHave("120322/article-1")).isFalse();
  }

  @Test
  void dropBefore_aFolder_leavesItAndLaterOnes() {
    filter.add("120321/a");
    filter.add("120322/a");

    filter.dropBefore("120322/");

    assertThat(filter.mayHave("120321/a")).isFalse();
    assertThat(filter.mayHave("120322/a")).isTrue();
  }
}
