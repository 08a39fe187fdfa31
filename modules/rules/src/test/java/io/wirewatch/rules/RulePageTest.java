package io.wirewatch.rules;

import static io.wirewatch.rules.Given.article;
import static io.wirewatch.rules.Given.found;
import static io.wirewatch.rules.Given.matches;
import static io.wirewatch.rules.Given.problems;
import static io.wirewatch.rules.Given.ruleSet;
import static io.wirewatch.rules.Given.text;
import static io.wirewatch.rules.Given.troopsWith;
import static io.wirewatch.rules.Given.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.rules.authoring.RuleExplainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the rule language, line by line, in its order; other tests look at each closer. */
class RulePageTest {
  private static final String EXAMPLE =
      """
      version: 1
      defaults: {severity: medium, fields: [headline, body], match: stem, case: fold}
      concepts:
        border:
          en: [border, frontier]
          ar: [حدود, حدودي]
        withdrawal:
          en: [withdraw, {exact: withdrew}, {exact: withdrawn}, pullout, {phrase: "pull out", slop: 2}]
          ar: [انسحاب, {exact: انسحبت}, {exact: ينسحب}]
        isis:
          any:
            - {exact: ISIS, case: upper}
            - {exact: daesh, fold: [apostrophe, diacritics]}
            - {phrase: "Islamic State", unless_followed_by: [university]}
          ar: [{exact: داعش, clitics: true}]
      rules:
        - id: border
          title: Border
          when: {concept: border}
          not_span: [{phrase: "Borders bookstore"}]
          route: border
        - id: isis-withdrawal-near-border
          severity: high
          status: stable
          when:
            all:
              - {concept: isis}
              - near: {within: 12, ordered: false, of: [{concept: withdrawal}, {concept: border}]}
            none: [{phrase: "Isis river"}]
          filters: {region: [SY, IQ-AN], source: {exclude: [example-satire]}, language: [en, ar], entity: [group:isis]}
          suppress: {by: [rule, region], window: 6h, max: 5}
          route: isis
          tests:
            - {text: "Daesh is withdrawing from the Syrian border", region: SY, expect: [Daesh, withdrawing, border]}
            - {text: "Borders bookstore closes; Isis river floods", region: SY, expect: none}
      """;

  @TempDir Path directory;

  private static List<String> ids(String body, String source) {
    Article article = new Article("a", "", body, "en", source, Set.of("SY"), Set.of("group:isis"));
    return ruleSet(EXAMPLE).matcher().match(article).stream().map(m -> m.rule().id()).toList();
  }

  @Test
  void example_itsTests_pass() {
    assertThat(RuleTests.run(ruleSet(EXAMPLE).rules()))
        .hasSize(2)
        .allMatch(RuleTests.Result::passed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Borders bookstore|wire|",
        "Borders bookstore at the border|wire|border",
        "ISIS pulled back out of the frontier town|wire|border,isis-withdrawal-near-border",
        "Isis withdrew to the border|wire|border",
        "ISIS withdrew to the border|example-satire|border",
        "ISIS withdrew to the border by the Isis river|wire|border",
        "Islamic State University withdrew to the border|wire|border",
        "داعش تنسحب، ولداعش انسحاب من الحدود|wire|border,isis-withdrawal-near-border"
      })
  void example_ofTexts_alertsAsThePageSays(String text, String source, String alerts) {
    assertThat(String.join(",", ids(text, source))).isEqualTo(alerts == null ? "" : alerts);
  }

  @ParameterizedTest
  @CsvSource({
    "SY-HA,group:isis,ar,true",
    "IQ-AN,group:isis,en,true",
    "IQ,group:isis,en,false",
    "IQ-BG,group:isis,en,false",
    "SYX,group:isis,en,false",
    "SY,group:pkk,en,false",
    "SY,group:isis,ckb,false"
  })
  void example_itsFilters_passWhatThePageSays(
      String region, String entity, String language, boolean passes) {
    Article article =
        new Article(
            "a",
            "",
            "ISIS left the border: withdrew",
            language,
            "w",
            Set.of(region),
            Set.of(entity));

    assertThat(ruleSet(EXAMPLE).matcher().match(article))
        .extracting(RuleMatch::ruleId)
        .contains("border")
        .satisfies(
            ids -> assertThat(ids.contains("isis-withdrawal-near-border")).isEqualTo(passes));
  }

  @Test
  void example_itsSeverityRouteAndSuppress_areCarried() {
    Rule rule = ruleSet(EXAMPLE).rules().get(1);

    assertThat(rule.severity()).isEqualTo(Severity.HIGH);
    assertThat(ruleSet(EXAMPLE).rules().get(0).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(rule.alertRoute()).isEqualTo("isis");
    assertThat(rule.suppress())
        .isEqualTo(new Suppress(List.of("rule", "region"), Duration.ofHours(6), 5));
  }

  @Test
  void experimentalRule_whateverItsRoute_alertsToExperimentalOnly() {
    assertThat(troopsWith("status: experimental, route: isis").routes())
        .containsExactly("experimental");
  }

  @Test
  void clauses_ofAll_mayBeInDifferentFields() {
    assertThat(matches(when("{all: [troops, border]}"), article("Troops", "the border", "en")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{phrase: islamic state, slop: 5}", "{near: {within: 9, of: [islamic, state]}}"})
  void phraseAndNear_acrossFields_doNotHold(String when) {
    assertThat(matches(when(when), article("Islamic", "state", "en"))).isFalse();
    assertThat(matches(when(when), article("Islamic state", "", "en"))).isTrue();
  }

  @Test
  void files_inYamlAndInJsonLines_sayTheSame() throws IOException, RuleProblems {
    Path lines =
        Files.writeString(
            directory.resolve("a.jsonl"),
            "{\"id\": \"r\", \"when\": {\"all\": [\"a\", {\"exact\": \"b\"}]}}\n");

    assertThat(RuleSet.load(lines).rules())
        .extracting(Rule::version)
        .containsExactly(
            ruleSet("version: 1\nrules: [{id: r, when: {all: [a, {exact: b}]}}]")
                .rules()
                .get(0)
                .version());
  }

  @Test
  void when_manyLevelsDeep_holds() {
    String deep = "{near: {within: 3, of: [{any: [{phrase: a b}, {concept: place}]}, troops]}}";
    for (int i = 0; i < 9; i++) {
      deep = i % 2 == 0 ? "{all: [" + deep + ", {none: [tank]}]}" : "{any: [" + deep + ", zebra]}";
    }
    assertThat(found(when(deep), "a b troops")).containsExactly("a b", "troops");
    assertThat(matches(when(deep), text("a b troops, a tank"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{term: withdraw, match: stem}|withdrawals|true",
        "{term: withdraw, match: exact}|withdrawals|false",
        "{exact: NATO, case: upper}|Nato|false",
        "{exact: NATO, case: upper}|NATO|true",
        "{prefix: withdr}|withdrew|true",
        "{near: {within: 3, ordered: true, of: [troops, border]}}|troops at border|true",
        "{near: {within: 3, ordered: true, of: [troops, border]}}|border, the troops|false",
        "{near: {within: 3, ordered: false, of: [troops, border]}}|border, the troops|true",
        "{near: {within: 2, of: [troops, border]}}|border, the troops|false",
        "{phrase: pull out, slop: 1}|pulled them out|true",
        "{phrase: pull out, slop: 1}|pulled them all out|false",
        "{term: state, unless_preceded_by: [islamic]}|Islamic State|false",
        "{term: state, unless_preceded_by: [islamic]}|an Islamic group and a state|true",
        "{exact: daesh, fold: [apostrophe]}|Daésh|false",
        "{exact: داعش, clitics: true}|وبداعش|true",
        "{exact: داعش}|وبداعش|false",
        "{score: {at_least: 3, of: [{term: troops, weight: 1}, {term: border, weight: 2}]}}|troops, border|true",
        "{score: {at_least: 3, of: [{term: troops, weight: 1}, {term: border, weight: 2}]}}|border, border|false"
      })
  void matchCasePrefixAndScore_meanWhatThePageSays(String when, String body, boolean holds) {
    assertThat(matches(when(when), text(body))).isEqualTo(holds);
  }

  @Test
  void prefix_ofThreeLetters_isRefused() {
    assertThat(problems("version: 1\nrules: [{id: r, when: {prefix: abc}}]"))
        .singleElement()
        .asString()
        .contains("prefix of less than four letters");
  }

  @ParameterizedTest
  @CsvSource({
    "border,BORDER",
    "cafe,Café",
    "daesh,Da'esh",
    "أنبار,انبار",
    "مدرسة,مدرسه",
    "على,علي",
    "کورد,كورد",
    "sinor,sînor",
    "alqaim,al-Qaim",
    "qaim,al-Qaim",
    "al-Qaim,al-Qaim"
  })
  void text_isFoldedOnceAndOffsetsAreOfTheOriginal(String term, String surface) {
    Article article = article("", "x " + surface, "other");
    RuleSet rules = when("{exact: " + term + "}");

    assertThat(found(rules, article)).singleElement().asString().isSubstringOf(surface);
    Span span = rules.matcher().match(article).get(0).spans().get(0);
    assertThat(article.body().substring(span.start(), span.end())).isEqualTo(span.text());
  }

  @Test
  void filter_ofAnArticleWithoutRegions_doesNotPassAndSaysSo() {
    Rule rule = troopsWith("filters: {region: [SY]}").rules().get(0);
    Explanation explanation = RuleExplainer.explain(rule, text("troops"));

    assertThat(explanation.when().holds()).isTrue();
    assertThat(explanation.filters())
        .extracting(Explanation.Filtered::passes)
        .containsExactly(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1\\nrules: [{id: r, when: a, colour: red}]|unknown key 'colour'",
        "version: 1\\nrules: [{id: r, when: a}, {id: r, when: b}]|rule 'r' a second time",
        "version: 1\\nrules: [{id: r, when: '—'}]|no word in '—'",
        "version: 1\\nrules: [{id: r, when: {none: [a]}}]|a rule that holds where nothing is found",
        "version: 1\\nrules: [{id: r, when: {concept: c}}]|unknown concept 'c'",
        "version: 1\\nrules: [{id: r, when: a, route: a/b}]|route 'a/b' cannot end the name of a topic"
      })
  void file_withAProblem_isRefusedWithFileLineColumnWrongAndRight(String yaml, String wrong) {
    assertThat(problems(yaml.replace("\\n", "\n")))
        .singleElement()
        .asString()
        .matches("rules\\.yaml:[1-9][0-9]*:[1-9][0-9]*: .+; .+")
        .contains(wrong);
  }

  @Test
  void badFile_besideGoodOnes_refusesTheWholeSet() throws IOException {
    Files.writeString(directory.resolve("good.yaml"), "version: 1\nrules: [{id: r, when: a}]");
    Files.write(directory.resolve("bad.yaml"), new byte[] {'a', (byte) 0xFF});
    RuleProblems refused = catchThrowableOfType(RuleProblems.class, () -> RuleSet.load(directory));

    assertThat(refused.problems())
        .singleElement()
        .asString()
        .contains("bad.yaml:1:2: a byte that is not UTF-8; save the file as UTF-8");
  }

  @Test
  void setHashAndVersions_changeWithTheRules() {
    RuleSet one = troopsWith("severity: low");
    RuleSet other = troopsWith("severity: high");

    assertThat(one.hash()).isNotEqualTo(other.hash()).isEqualTo(troopsWith("severity: low").hash());
    assertThat(one.rules().get(0).version()).isNotEqualTo(other.rules().get(0).version());
  }

  @Test
  void match_explains_conceptAliasLanguageFieldTextStartAndEnd() {
    Explanation explanation =
        RuleExplainer.explain(
            when("{concept: place}").rules().get(0), article("", "At frontiers", "en"));

    assertThat(explanation.when().evidence())
        .singleElement()
        .hasToString(
            "Evidence[concept=place, language=EN, span=Span[field=BODY, start=3, end=12,"
                + " text=frontiers, term=frontier]]");
  }

  @Test
  void spans_overFiveOfAClause_areCounted() {
    RuleMatch match = when("troops").matcher().match(text("troops ".repeat(8))).get(0);

    assertThat(match.spans()).hasSize(5);
    assertThat(match.unlisted()).isEqualTo(3);
  }

  @Test
  void spans_ofTwoClauses_areFiveOfEach() {
    RuleMatch match =
        when("{all: [troops, border]}").matcher().match(text("troops border ".repeat(8))).get(0);

    assertThat(match.spans()).hasSize(10);
    assertThat(match.unlisted()).isEqualTo(6);
  }

  @Test
  void match_explains_theFiltersThatApplied() {
    Rule rule = troopsWith("filters: {region: [SY], language: {exclude: [ar]}}").rules().get(0);
    Article article = new Article("a", "", "troops", "en", "w", Set.of("SY-HA"), Set.of());

    assertThat(RuleExplainer.filters(rule, article))
        .extracting(filter -> filter.name() + " " + filter.has() + " " + filter.passes())
        .containsExactly("region [SY-HA] true", "language [en] true");
  }
}
