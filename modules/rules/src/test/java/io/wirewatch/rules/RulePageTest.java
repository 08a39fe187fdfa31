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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the rule language, line by line, in its order; other tests look at each closer. */
class RulePageTest {
  @TempDir Path directory;

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
