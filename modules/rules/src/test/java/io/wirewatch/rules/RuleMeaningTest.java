package io.wirewatch.rules;

import static io.wirewatch.rules.Given.article;
import static io.wirewatch.rules.Given.found;
import static io.wirewatch.rules.Given.matches;
import static io.wirewatch.rules.Given.ruleSet;
import static io.wirewatch.rules.Given.text;
import static io.wirewatch.rules.Given.troopsWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleMeaningTest {
  private static final Article ANBAR =
      new Article(
          "a",
          "",
          "troops",
          "en",
          "Some Wire",
          Set.of("IQ", "IQ-AN", "geonames:1"),
          Set.of("group:isis"));

  @Test
  void notSpan_overlappingOccurrence_isRemovedOnly() {
    assertThat(found(troopsWith("not_span: [{phrase: \"toy troops\"}]"), "toy troops and troops"))
        .containsExactly("troops");
  }

  @Test
  void notSpan_near_removesItsPartsOnly() {
    RuleSet rules = troopsWith("not_span: [{near: {within: 4, of: [troops, museum]}}]");
    assertThat(found(rules, "troops in the museum; five hundred of the real troops"))
        .containsExactly("troops");
  }

  @ParameterizedTest
  @CsvSource({
    "region: IQ,true",
    "region: [SY],false",
    "region: [IQ-AN],true",
    "region: [IQ-NI],false",
    "'region: {exclude: [IQ]}',false",
    "'region: {include: [IQ], exclude: [IQ-NI]}',true",
    "source: [some wire],true",
    "'source: {exclude: [Some Wire]}',false",
    "'language: [en, ar]',true",
    "language: [ar],false",
    "'entity: [group:isis]',true",
    "'entity: {exclude: [group:isis]}',false"
  })
  void filters_decideAfterTheText(String filters, boolean passes) {
    assertThat(matches(troopsWith("filters: {" + filters + "}"), ANBAR)).isEqualTo(passes);
  }

  @Test
  void filter_ofACountry_coversItsAdmin1() {
    Article admin1Only = new Article("a", "", "troops", "en", "", Set.of("IQ-AN"), Set.of());
    assertThat(matches(troopsWith("filters: {region: [IQ]}"), admin1Only)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "place:stone-bridge,true",
    "place:stone,false",
    "place:stone-bridge-north,false",
    "geonames:12,true",
    "geonames:1,false"
  })
  void filter_ofAPlace_coversItOnly(String region, boolean passes) {
    Article article =
        new Article(
            "a", "", "troops", "en", "", Set.of("place:stone-bridge", "geonames:12"), Set.of());
    assertThat(matches(troopsWith("filters: {region: ['" + region + "']}"), article))
        .isEqualTo(passes);
  }

  @Test
  void fields_ofTheRule_limitWhereItLooks() {
    assertThat(matches(troopsWith("fields: [headline]"), article("", "troops", "en"))).isFalse();
    assertThat(matches(troopsWith("fields: [headline]"), article("Troops", "", "en"))).isTrue();
  }

  @Test
  void defaults_ofTheFile_holdWhereTheRuleSaysNothing() {
    RuleSet rules =
        ruleSet(
            """
        version: 1
        defaults: {severity: high, match: exact, case: upper, fields: [body]}
        rules:
          - {id: a, when: NATO}
          - {id: b, when: NATO, case: fold, severity: low, match: stem}
        """);
    assertThat(rules.rules())
        .extracting(Rule::severity)
        .containsExactly(Severity.HIGH, Severity.LOW);
    assertThat(rules.matcher().match(text("Nato")))
        .extracting(match -> match.rule().id())
        .containsExactly("b");
    assertThat(rules.matcher().match(text("NATO"))).hasSize(2);
    assertThat(rules.matcher().match(article("NATO", "", "en"))).isEmpty();
  }

  @Test
  void routes_ofExperimentalRules_areExperimentalOnly() {
    RuleSet rules =
        ruleSet(
            """
        version: 1
        rules:
          - {id: a, when: x, route: desk}
          - {id: b, when: x, route: trial, status: experimental}
          - {id: c, when: x}
        """);
    assertThat(rules.routes()).containsExactly("desk", "experimental");
    assertThat(rules.rules())
        .extracting(Rule::alertRoute)
        .containsExactly("desk", "experimental", null);
  }

  @Test
  void suppress_isCarried() {
    Rule rule = troopsWith("suppress: {by: [rule, region], window: 6h, max: 5}").rules().get(0);
    assertThat(rule.suppress())
        .isEqualTo(new Suppress(List.of("rule", "region"), Duration.ofHours(6), 5));
  }

  @Test
  void version_layoutAndTests_doNotCount() {
    RuleSet one = ruleSet("version: 1\nrules:\n  - {id: r, title: T, when: {all: [a, b]}}\n");
    RuleSet other =
        ruleSet(
            """
        version: 1
        rules:                          # a comment
          - when:
              all: [a, "b"]
            title: T
            id: r
            tests: [{text: "a b", expect: [a, b]}]
        """);
    assertThat(other.rules().get(0).version()).isEqualTo(one.rules().get(0).version());
    assertThat(other.hash()).isEqualTo(one.hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1\\nrules: [{id: r, when: {concept: c}}]\\nconcepts: {c: {en: [b]}}",
        "version: 1\\nrules: [{id: r, when: {concept: c}}]\\nconcepts: {c: {ar: [a]}}",
        "version: 1\\nrules: [{id: r, when: {concept: c}, severity: high}]\\nconcepts: {c: {en: [a]}}",
        "version: 1\\ndefaults: {case: upper}\\nrules: [{id: r, when: {concept: c}}]\\nconcepts: {c: {en: [a]}}"
      })
  void version_conceptDefaultsAndKeys_count(String yaml) {
    RuleSet base =
        ruleSet("version: 1\nrules: [{id: r, when: {concept: c}}]\nconcepts: {c: {en: [a]}}");
    assertThat(ruleSet(yaml.replace("\\n", "\n")).rules().get(0).version())
        .isNotEqualTo(base.rules().get(0).version());
  }

  @Test
  void definition_readAgain_isTheSameRule() {
    Rule rule =
        ruleSet(
                """
        version: 1
        concepts: {c: {en: [border, {phrase: "a \\"b\\" c\\td", slop: 2}]}}
        rules: [{id: r, title: "ü", when: {concept: c, none: [x]}, suppress: {window: 1d, max: 3}, filters: {region: IQ}}]
        """)
            .rules()
            .get(0);
    Rule again = ruleSet(rule.definition()).rules().get(0);
    assertThat(again).isEqualTo(rule);
  }

  @Test
  void tests_ofARule_areRunOnItAlone() {
    RuleSet rules =
        troopsWith(
            "tests: [{text: two troops, expect: [troops]}, {text: none, expect: none}, {headline: Troops, region: IQ, expect: none}]");
    List<RuleTests.Result> results = RuleTests.run(rules.rules());
    assertThat(results).extracting(RuleTests.Result::passed).containsExactly(true, true, false);
    assertThat(results.get(2).toString())
        .contains("rules.yaml:3: rule r on \"Troops\": expected [], found [Troops]");
  }

  @Test
  void tests_sayingNothingOfAFilter_doNotTestIt() {
    RuleSet rules =
        troopsWith(
            "filters: {region: [SY], entity: [group:isis]},"
                + " tests: [{text: troops, region: SY, expect: [troops]}, {text: troops, region: IQ, expect: none}]");
    assertThat(RuleTests.run(rules.rules())).allMatch(RuleTests.Result::passed);
  }
}
