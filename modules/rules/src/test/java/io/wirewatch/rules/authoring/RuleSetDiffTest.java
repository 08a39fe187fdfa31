package io.wirewatch.rules.authoring;

import static io.wirewatch.rules.authoring.Written.body;
import static io.wirewatch.rules.authoring.Written.file;
import static io.wirewatch.rules.authoring.Written.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetDiffTest {
  private static final RuleSet OLD =
      set(file("{id: a, when: tank}", "{id: b, when: jeep}", "{id: c, when: {concept: place}}"));

  @Test
  void diff_ofASetWithItself_isEmpty() {
    assertThat(RuleSetDiff.of(OLD, OLD).isEmpty()).isTrue();
  }

  @Test
  void diff_rulesThatWentAndCame_namesThem() {
    RuleSetDiff diff = RuleSetDiff.of(OLD, set(file("{id: a, when: tank}", "{id: d, when: van}")));

    assertThat(diff.removed()).extracting(Rule::id).containsExactly("b", "c");
    assertThat(diff.added()).extracting(Rule::id).containsExactly("d");
    assertThat(diff.changed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: r, when: tank, severity: low}|{id: r, when: tank, severity: high}|severity: - low + high",
        "{id: r, when: tank}|{id: r, when: tank, route: x}|route: + x",
        "{id: r, when: tank, route: x}|{id: r, when: tank}|route: - x",
        "{id: r, when: {any: [tank, jeep]}}|{id: r, when: {any: [tank, van, jeep]}}|when.any: + van",
        "{id: r, when: {any: [tank, {exact: jeep}]}}|{id: r, when: {any: [tank, {prefix: jeep}]}}|when.any[2].exact: - jeep,when.any[2].prefix: + jeep",
        "{id: r, when: {any: [a, b]}}|{id: r, when: {any: [b, a]}}|when.any: the same in another order",
        "{id: r, when: tank}|{id: r, when: {near: {within: 3, of: [a, b]}}}|'when: - tank + {near: {of: [a, b], within: 3}}'"
      })
  void diff_ofAChangedRule_saysWhat(String before, String after, String what) {
    RuleSetDiff diff = RuleSetDiff.of(set(file(before)), set(file(after)));

    assertThat(diff.changed())
        .singleElement()
        .satisfies(change -> assertThat(String.join(",", change.what())).isEqualTo(what));
  }

  @Test
  void diff_ofAConcept_isAChangeOfTheRulesThatUseIt() {
    String wider = file("{id: c, when: {concept: place}}").replace("frontier", "frontier, edge");

    assertThat(RuleSetDiff.of(set(file("{id: c, when: {concept: place}}")), set(wider)).changed())
        .singleElement()
        .satisfies(
            change -> assertThat(change.what()).containsExactly("concepts.place.en: + edge"));
  }

  @Test
  void alerts_ofAnArticle_areThoseThatItLosesAndGains() {
    RuleSet now = set(file("{id: a, when: lorry}", "{id: b, when: jeep}", "{id: d, when: tank}"));

    RuleSetDiff.AlertChange change =
        RuleSetDiff.alerts(OLD.matcher(), now.matcher(), body("a tank, a jeep"));

    assertThat(change.lost()).isEqualTo(List.of("a"));
    assertThat(change.gained()).isEqualTo(List.of("d"));
    assertThat(RuleSetDiff.alerts(OLD.matcher(), now.matcher(), body("jeep")).isEmpty()).isTrue();
  }
}
