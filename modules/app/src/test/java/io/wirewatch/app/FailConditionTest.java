package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FailConditionTest {
  /** Of both rules: 7 gained, 9 lost, 5 same, 8 pages, 10 before; precision 0.75, recall 0.6. */
  private static final Findings FINDINGS =
      new Findings(
          List.of(
              rule(
                  "border",
                  new Compared(4, 3, 2),
                  new RuleFinding.Pages(5, 4),
                  new Quality(1, 1, 0)),
              rule(
                  "iraq.border.v2",
                  new Compared(3, 6, 3),
                  new RuleFinding.Pages(3, 6),
                  new Quality(2, 0, 2))),
          List.of(),
          null,
          0);

  private static RuleFinding rule(
      String id, Compared alerts, RuleFinding.Pages pages, Quality quality) {
    return new RuleFinding(
        id,
        null,
        null,
        alerts,
        0,
        pages,
        new TreeMap<>(),
        null,
        new TreeMap<>(),
        new TreeMap<>(),
        quality,
        List.of());
  }

  private static Findings withoutLabels() {
    return new Findings(
        List.of(rule("border", new Compared(1, 0, 0), new RuleFinding.Pages(1, 0), Quality.NONE)),
        List.of(),
        null,
        0);
  }

  @Test
  void parse_ofAllRules_hasNoRule() {
    assertThat(FailCondition.parse(" lost > 0 "))
        .isEqualTo(new FailCondition("lost > 0", Optional.empty(), "lost", ">", 0));
  }

  @Test
  void parse_ofOneRule_takesItsWholeIdWithDots() {
    assertThat(FailCondition.parse("iraq.border.v2.pages-before>=1.5"))
        .isEqualTo(
            new FailCondition(
                "iraq.border.v2.pages-before>=1.5",
                Optional.of("iraq.border.v2"),
                "pages-before",
                ">=",
                1.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lost",
        "lost>",
        ">0",
        "lost>-1",
        "lost>1.",
        "lost>.5",
        "lost>1,5",
        "lost>zero",
        "lost!=0",
        "lost=>0",
        "lost>0 gained>0",
        "found>0",
        "Lost>0",
        "border.found>0",
        ".lost>0",
        "border lost>0"
      })
  void parse_ofSomethingElse_isRefusedWithTheRightForms(String text) {
    assertThatThrownBy(() -> FailCondition.parse(text))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "--fail-on takes conditions such as 'lost>0', 'pages>=50' or 'border.recall<0.9', not '"
                + text
                + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "alerts, 12",
    "before, 14",
    "gained, 7",
    "lost, 9",
    "same, 5",
    "pages, 8",
    "pages-before, 10",
    "precision, 0.75",
    "recall, 0.6",
    "border.alerts, 6",
    "border.before, 5",
    "border.gained, 4",
    "border.lost, 3",
    "border.same, 2",
    "border.pages, 5",
    "border.pages-before, 4",
    "border.precision, 0.5",
    "border.recall, 1",
    "iraq.border.v2.gained, 3",
    "iraq.border.v2.recall, 0.5"
  })
  void holds_ofEachName_comparesItsNumber(String name, String number) {
    assertThat(FailCondition.parse(name + "=" + number).holds(FINDINGS)).isTrue();
    assertThat(FailCondition.parse(name + "<" + number).holds(FINDINGS)).isFalse();
    assertThat(FailCondition.parse(name + ">" + number).holds(FINDINGS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "<, false, false, true",
    "<=, false, true, true",
    "=, false, true, false",
    "==, false, true, false",
    ">=, true, true, false",
    ">, true, false, false"
  })
  void holds_ofEachSign_isAsItSays(String sign, boolean less, boolean same, boolean more) {
    assertThat(FailCondition.parse("lost" + sign + "8.5").holds(FINDINGS)).isEqualTo(less);
    assertThat(FailCondition.parse("lost" + sign + "9").holds(FINDINGS)).isEqualTo(same);
    assertThat(FailCondition.parse("lost" + sign + "10").holds(FINDINGS)).isEqualTo(more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "precision<1",
        "precision<=1",
        "precision=0",
        "precision>=0",
        "precision>0",
        "recall<1",
        "recall>=0",
        "border.precision<1",
        "border.recall=0",
        "other.precision<1"
      })
  void holds_ofPrecisionAndRecallWithoutLabels_never(String text) {
    assertThat(FailCondition.parse(text).holds(withoutLabels())).isFalse();
  }

  @Test
  void holds_ofARuleThatIsNotThere_countsNothing() {
    assertThat(FailCondition.parse("other.alerts=0").holds(FINDINGS)).isTrue();
    assertThat(FailCondition.parse("other.pages>0").holds(FINDINGS)).isFalse();
  }
}
