package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.app.AlertSample.Choice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AlertSampleTest {
  private static final long SEED = 20261129;

  private static AlertSample of(int most, Map<String, Integer> alerts) {
    AlertSample sample = new AlertSample(most, SEED);
    alerts.forEach(
        (rule, count) ->
            IntStream.rangeClosed(1, count).forEach(line -> sample.add(rule, "a" + line, line)));
    return sample;
  }

  private static Map<String, Long> shares(AlertSample sample) {
    return sample.choices().stream()
        .collect(Collectors.groupingBy(Choice::rule, Collectors.counting()));
  }

  @Test
  void choices_ofRulesThatHaveEnough_areAnEqualShareOfEach() {
    assertThat(shares(of(30, Map.of("a", 1000, "b", 10, "c", 50))))
        .containsOnly(Map.entry("a", 10L), Map.entry("b", 10L), Map.entry("c", 10L));
  }

  @Test
  void choices_ofARuleThatHasTooFew_areFilledFromTheOthers() {
    assertThat(shares(of(30, Map.of("a", 1000, "b", 2, "c", 50))))
        .containsOnly(Map.entry("a", 14L), Map.entry("b", 2L), Map.entry("c", 14L));
  }

  @Test
  void choices_thatCannotBeSharedEqually_areAsManyAsAskedForAndDifferByOne() {
    assertThat(shares(of(11, Map.of("a", 100, "b", 100, "c", 100))).values())
        .containsExactlyInAnyOrder(4L, 4L, 3L);
  }

  @Test
  void choices_ofMoreRulesThanTheSampleHas_areOneOfSome() {
    assertThat(shares(of(2, Map.of("a", 9, "b", 9, "c", 9))).values()).containsExactly(1L, 1L);
  }

  @Test
  void choices_ofFewerAlertsThanAskedFor_areAll() {
    assertThat(shares(of(50, Map.of("a", 3, "b", 1))))
        .containsOnly(Map.entry("a", 3L), Map.entry("b", 1L));
  }

  @Test
  void choices_ofTheSameAlertsInAnotherOrder_areTheSame() {
    List<Integer> lines = new ArrayList<>(IntStream.rangeClosed(1, 500).boxed().toList());
    AlertSample sorted = new AlertSample(20, SEED);
    lines.forEach(line -> sorted.add("rule" + line % 3, "a" + line, line));
    Collections.shuffle(lines, new Random(SEED));
    AlertSample shuffled = new AlertSample(20, SEED);
    lines.forEach(line -> shuffled.add("rule" + line % 3, "a" + line, line));

    assertThat(shuffled.choices()).as("seed %d", SEED).isEqualTo(sorted.choices()).hasSize(20);
  }

  @Test
  void choices_byAnotherSeed_areOthers() {
    AlertSample one = new AlertSample(20, 1);
    AlertSample two = new AlertSample(20, 2);
    IntStream.range(0, 1000).forEach(line -> one.add("border", "a" + line, line));
    IntStream.range(0, 1000).forEach(line -> two.add("border", "a" + line, line));

    assertThat(one.choices()).hasSize(20).isNotEqualTo(two.choices());
  }

  @Test
  void choices_ofAlertsThatComeAgain_haveEachOnceWhereItCameFirst() {
    AlertSample sample = new AlertSample(20, SEED);
    for (int line = 1; line <= 1000; line++) {
      sample.add("border", "a" + line % 100, line);
    }

    assertThat(sample.choices())
        .hasSize(20)
        .doesNotHaveDuplicates()
        .allSatisfy(choice -> assertThat(choice.line()).isLessThanOrEqualTo(100));
  }

  @Test
  void choices_ofManyAlerts_takeEachAboutAsOften() {
    Map<Integer, Long> tenths =
        of(1000, Map.of("border", 10_000)).choices().stream()
            .map(choice -> (choice.line() - 1) / 1000)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(tenths).hasSize(10);
    assertThat(tenths.values()).allSatisfy(count -> assertThat(count).isBetween(60L, 140L));
  }

  @Test
  void rules_ofAnEmptySample_areNone() {
    assertThat(new AlertSample(5, SEED).rules()).isEmpty();
    assertThat(new AlertSample(5, SEED).choices()).isEmpty();
  }
}
