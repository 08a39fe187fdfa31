package io.wirewatch.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
  private static final Item FIRST = new Item("a", 1, "x");
  private static final Item SECOND = new Item("a", 2, "y");
  private static final Item OTHER = new Item("b", 1, "x");

  @Test
  void between_allThere_nothing() {
    assertThat(difference(List.of(FIRST, OTHER, SECOND)).faults()).isZero();
  }

  @Test
  void between_oneMissing_isLost() {
    assertThat(difference(List.of(FIRST, OTHER)))
        .isEqualTo(new Difference(1, 0, 0, List.of("lost " + SECOND)));
  }

  @Test
  void between_wholeArticleMissing_isLost() {
    assertThat(difference(List.of(FIRST, SECOND)).lost()).isEqualTo(1);
  }

  @Test
  void between_oneTwice_isDoubled() {
    assertThat(difference(List.of(FIRST, FIRST, SECOND, OTHER)))
        .isEqualTo(new Difference(0, 1, 0, List.of("too many " + FIRST)));
  }

  @Test
  void between_neverExpected_isDoubled() {
    Item stranger = new Item("c", 1, "x");
    assertThat(difference(List.of(FIRST, SECOND, OTHER, stranger)).doubled()).isEqualTo(1);
  }

  @Test
  void between_laterRevisionFirst_isOutOfOrder() {
    assertThat(difference(List.of(SECOND, FIRST, OTHER)).outOfOrder()).isEqualTo(1);
  }

  @Test
  void between_severalWaysPermitted_takesTheOneThatCame() {
    Map<String, List<List<Item>>> permitted = Map.of("a", List.of(List.of(FIRST), List.of(SECOND)));
    assertThat(Difference.between(permitted, List.of(SECOND)).faults()).isZero();
  }

  @Test
  void between_mixOfWays_isWrong() {
    Map<String, List<List<Item>>> permitted = Map.of("a", List.of(List.of(FIRST), List.of(SECOND)));
    assertThat(Difference.between(permitted, List.of(FIRST, SECOND)).doubled()).isEqualTo(1);
  }

  private static Difference difference(List<Item> actual) {
    return Difference.between(
        Map.of("a", List.of(List.of(FIRST, SECOND)), "b", List.of(List.of(OTHER))), actual);
  }
}
