package io.wirewatch.rules.authoring;

import static io.wirewatch.rules.authoring.Written.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Problem;
import io.wirewatch.rules.RulePlaces;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleWarningsTest {
  private static final String USES = "{id: u, severity: critical, when: {concept: place}}";
  private static final String USES_TOO = "{id: v, severity: critical, when: {concept: leave}}";

  private static List<String> warnings(String... rules) {
    List<String> all = new ArrayList<>(List.of(USES, USES_TOO));
    all.addAll(List.of(rules));
    return Written.warnings(Written.file(all.toArray(String[]::new)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{term: a, none: [a]}|term 'a' must be there, and none forbids it",
        "{all: [{exact: a}, b], none: [{any: [a, c]}]}|exact 'a' must be there, and none forbids it",
        "{near: {within: 5, of: [a, b]}, none: [b]}|near, within 5 words must be there, and none forbids it",
        "{near: {within: 2, of: [{phrase: a b c}, d]}}|near within 2 words is too small for its parts, which take 3",
        "{near: {within: 3, ordered: true, of: [{phrase: a b}, {phrase: c d}]}}|too small for its parts, which take 4",
        "{near: {within: 2, of: [troops, border, tank]}}|too small for its parts, which take 3",
        "{score: {at_least: 4, of: [{term: a, weight: 3}, {term: b, weight: -2}]}}|its weights add up to 3 at most, and at_least is 4",
        "{any: [{term: a, none: [a]}, {term: b, none: [b]}]}|none forbids it"
      })
  void conditionThatNothingCanMeet_isNamed(String when, String reason) {
    assertThat(warnings("{id: r, when: " + when + "}"))
        .singleElement()
        .asString()
        .startsWith("rules.yaml:8:5: warning: rule 'r' can never match: ")
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filters: {region: {include: [IQ-AN], exclude: [IQ]}}|the filter on region excludes all that it includes",
        "filters: {source: {include: [x], exclude: [X]}}|the filter on source",
        "filters: {language: {include: [en], exclude: [en]}}|the filter on language",
        "filters: {entity: {include: [g], exclude: [g]}}|the filter on entity",
        "not_span: [troops]|not_span takes every term 'troops' away"
      })
  void ruleThatExcludesItself_isNamed(String keys, String reason) {
    assertThat(warnings("{id: r, when: troops, " + keys + "}"))
        .singleElement()
        .asString()
        .contains("rule 'r' can never match: ")
        .contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: r, when: {term: a, none: [b]}}",
        "{id: r, when: {any: [{term: a, none: [a]}, b]}}",
        "{id: r, when: {near: {within: 2, of: [{term: border}, {prefix: bord}, {exact: border}]}}}",
        "{id: r, when: {near: {within: 2, of: [{phrase: al-Qaim}, troops]}}}",
        "{id: r, when: {score: {at_least: 2, of: [a, b]}}}",
        "{id: r, when: a, not_span: [{phrase: a b}]}",
        "{id: r, when: a, filters: {region: {include: [IQ], exclude: [IQ-AN]}}}",
        "{id: r, when: {all: [{concept: place}, a]}, filters: {language: [ar]}}"
      })
  void ruleThatMayMatch_isNotNamed(String rule) {
    assertThat(warnings(rule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: r, when: {all: [tank, jeep]}}|{id: s, when: {all: [jeep, tank]}, severity: low}|rule 's' has the same condition as rule 'r'",
        "{id: r, when: {any: [tank, jeep]}}|{id: s, when: {any: [jeep, tank]}, route: x}|rule 's' has the same condition as rule 'r'",
        "{id: r, when: {all: [tank, jeep]}}|{id: s, when: tank}|rule 'r' is shadowed: whatever it matches, rule 's' matches",
        "{id: r, when: tank, filters: {region: [IQ]}}|{id: s, when: tank}|rule 'r' is shadowed",
        "{id: r, when: tank, fields: [headline]}|{id: s, when: tank}|rule 'r' is shadowed",
        "{id: r, when: {exact: tank}}|{id: s, when: {any: [tank, jeep]}}|rule 'r' is shadowed",
        "{id: r, when: {exact: withdrawn}}|{id: s, when: {prefix: withdr}}|rule 'r' is shadowed",
        "{id: r, when: {near: {within: 3, of: [tank, jeep]}}}|{id: s, when: {near: {within: 9, of: [tank, jeep]}}}|rule 'r' is shadowed",
        "{id: r, when: {near: {within: 3, of: [tank, jeep]}}}|{id: s, when: {all: [tank, jeep]}}|rule 'r' is shadowed"
      })
  void ruleThatAddsNothing_isNamed(String one, String other, String warning) {
    assertThat(warnings(one, other)).singleElement().asString().contains(warning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: r, when: {all: [tank, jeep]}}|{id: s, when: tank, severity: low}",
        "{id: r, when: {all: [tank, jeep]}}|{id: s, when: tank, route: other}",
        "{id: r, when: tank}|{id: s, when: tank, filters: {region: [IQ]}, severity: low}",
        "{id: r, when: {term: tank, none: [jeep]}}|{id: s, when: {term: tank, none: [van]}}",
        "{id: r, when: tank}|{id: s, when: tank, not_span: [{phrase: fish tank}], severity: low}",
        "{id: r, when: {all: [tank, jeep]}}|{id: s, when: {term: tank, unless_followed_by: [man]}}",
        "{id: r, when: tank}|{id: s, when: {exact: Tank, case: upper}, severity: low}"
      })
  void rulesThatDiffer_areNotNamed(String one, String other) {
    assertThat(warnings(one, other)).isEmpty();
  }

  @Test
  void warnings_ofDeepRulesThatShareWords_areNotCompared() {
    String narrow = "b";
    String wide = "c";
    for (int i = 0; i < 20; i++) {
      narrow = "{all: [" + narrow + ", a" + i + "]}";
      wide = "{any: [" + wide + ", d" + i + "]}";
    }

    assertThat(
            Written.warnings(
                Written.file(
                    "{id: one, when: {all: [shared, {concept: place}, " + narrow + "]}}",
                    "{id: other, when: {any: [{all: [shared, {concept: leave}]}, " + wide + "]}}")))
        .isEmpty();
  }

  @Test
  void conceptThatNoRuleUses_isNamedWithItsPlace() {
    assertThat(Written.warnings(Written.file(USES)))
        .containsExactly(
            "rules.yaml:4:3: warning: concept 'leave' is used by no rule; a rule that uses it, or"
                + " take it out");
  }

  @Test
  void ruleThatMatchesMostOfASample_isNamedWithItsCommonestTerm() {
    RuleSet set = Written.set(Written.file("{id: r, when: {any: [tank, the]}}"));
    var warnings = new RuleWarnings(set, RulePlaces.of(Path.of("none")));

    assertThat(warnings.onSample(List.of(body("the end"), body("the tank"), body("an end"))))
        .extracting(Problem::wrong)
        .containsExactly(
            "warning: rule 'r' matches 2 of the 3 articles of the sample; term 'the' is in 2");
    assertThat(warnings.onSample(List.of(body("the end"), body("an end")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../rules", "../../rules/region"})
  void bundledRules_haveNoWarnings(String directory) throws RuleProblems {
    Path path = Path.of(directory);

    assertThat(new RuleWarnings(RuleSet.load(path), RulePlaces.of(path)).ofTheSet()).isEmpty();
  }

  @Test
  void places_ofJsonLines_areTheirLines(@TempDir Path directory) throws Exception {
    Files.writeString(
        directory.resolve("a.jsonl"),
        "{\"id\": \"a\", \"when\": \"x\"}\n{\"id\": \"b\", \"when\": \"y\"}\n");

    assertThat(RulePlaces.of(directory).rule("b"))
        .contains(new RulePlaces.Place(directory.resolve("a.jsonl").toString(), 2, 1));
  }
}
