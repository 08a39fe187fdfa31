package io.wirewatch.rules.authoring;

import static io.wirewatch.rules.authoring.Written.article;
import static io.wirewatch.rules.authoring.Written.body;
import static io.wirewatch.rules.authoring.Written.rule;
import static io.wirewatch.rules.authoring.Written.set;
import static io.wirewatch.rules.authoring.Written.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.Language;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Field;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.authoring.Explanation.Evidence;
import io.wirewatch.rules.authoring.Explanation.Filtered;
import io.wirewatch.rules.authoring.Explanation.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExplainerTest {
  private static Part whenOf(String when, String body) {
    return RuleExplainer.explain(when(when), body(body)).when();
  }

  @Test
  void explain_conceptFound_saysConceptAliasLanguageFieldTextAndPlace() {
    Explanation explanation =
        RuleExplainer.explain(when("{concept: place}"), article("The frontiers", ""));

    assertThat(explanation.matches()).isTrue();
    assertThat(explanation.firstFailure()).isEmpty();
    assertThat(explanation.when().evidence())
        .containsExactly(
            new Evidence(
                "place", Language.EN, new Span(Field.HEADLINE, 4, 13, "frontiers", "frontier")));
  }

  @Test
  void explain_near_namesTheConceptsOfWhatIsNear() {
    Part near =
        whenOf(
            "{near: {within: 6, of: [{concept: leave}, {concept: place}]}}",
            "They withdrew from Qaim; far from there the border is quiet");

    assertThat(near.evidence()).extracting(Evidence::concept).containsExactly("leave", "place");
    assertThat(near.parts()).extracting(Part::holds).containsExactly(true, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{all: [troops, border, tank]}|troops at the border|all of 3: 2 of 3 hold|term 'tank': ",
        "{all: [{any: [tank, jeep]}, troops]}|troops|all of 2: 1 of 2 hold|any of 2: not one of 2 holds",
        "{near: {within: 4, of: [troops, border]}}|troops came slowly to the old border|near, within 4 words: the closest are within 7 words, wanted 4|near",
        "{near: {within: 4, ordered: true, of: [troops, border]}}|border troops|near, within 4 words, in this order: in another order only|near",
        "{near: {within: 4, of: [troops, border]}}|troops|near, within 4 words: term 'border' is not there|near",
        "{score: {at_least: 3, of: [{term: troops, weight: 2}, border]}}|troops|score of at least 3: score 2 of 3|score",
        "{term: troops, none: [drill]}|troops at a drill|all of 2: 1 of 2 hold|none of: term 'drill' is there, and must not be",
        "{exact: ISIS, case: upper}|the Isis|exact 'ISIS' in capitals: 'Isis' is there, but not in capitals|exact",
        "{exact: withdraw}|they withdrew|exact 'withdraw': 'withdrew' is there, an inflection, but exact is wanted|exact",
        "{exact: داعش}|لداعش|exact 'داعش': 'لداعش' is there, but with clitics|exact",
        "{exact: Daesh, fold: []}|Da'esh|exact 'Daesh': 'Da'esh' is there, but fold keeps it apart|exact",
        "{phrase: pull out, slop: 1}|pull it all out|phrase 'pull out' with up to 1 words between: 'pull it all out' is there, but with more words between than slop allows|phrase",
        "{term: border, unless_followed_by: [guard]}|border guard|term 'border': 'border' is there, but stands beside what unless_followed_by or unless_preceded_by names|term",
        "{any: [tank, {exact: ISIS, case: upper}]}|the Isis|any of 2: not one of 2 holds; nearest is exact 'ISIS' in capitals: 'Isis' is there, but not in capitals|any",
        "{concept: place}|Damascus|concept place: not one of its 4 aliases is there|concept",
        "{prefix: withdr}|draw|prefix 'withdr': |prefix"
      })
  void explain_textThatDoesNotHold_saysWhatFailedFirstAndHowNearItCame(
      String when, String body, String whole, String first) {
    Explanation explanation = RuleExplainer.explain(when(when), body(body));

    assertThat(explanation.matches()).isFalse();
    assertThat(explanation.when().label() + ": " + explanation.when().remark())
        .isEqualTo(whole.endsWith(":") ? whole + " " : whole);
    assertThat(explanation.firstFailure())
        .hasValueSatisfying(
            part -> assertThat(part.label() + ": " + part.remark()).startsWith(first));
  }

  @Test
  void explain_nearInTwoFields_saysThatNoFieldHoldsAll() {
    Part near =
        RuleExplainer.explain(
                when("{near: {within: 4, of: [troops, border]}}"), article("Troops", "the border"))
            .when();

    assertThat(near.remark()).isEqualTo("all are there, but not in one field");
  }

  @Test
  void explain_wordsThatNotSpanTakesAway_saysSo() {
    Rule rule = rule("{id: r, when: troops, not_span: [{phrase: toy troops}]}");

    assertThat(RuleExplainer.explain(rule, body("toy troops")).when().remark())
        .isEqualTo("'troops' is there, but not_span takes it away");
  }

  @Test
  void explain_wordsInAnotherField_saysSo() {
    Rule rule = rule("{id: r, when: troops, fields: [headline]}");

    assertThat(RuleExplainer.explain(rule, body("troops")).when().remark())
        .isEqualTo("'troops' is there, but in a field that the rule does not look at");
  }

  @Test
  void explain_filters_saysWhichPassAndWhatTheArticleHas() {
    Rule rule =
        rule("{id: r, when: troops, filters: {region: [SY], source: {exclude: [some wire]}}}");
    Explanation explanation = RuleExplainer.explain(rule, body("troops"));

    assertThat(explanation.matches()).isFalse();
    assertThat(explanation.firstFailure()).isEmpty();
    assertThat(explanation.filters())
        .extracting(Filtered::name)
        .containsExactly("region", "source");
    assertThat(explanation.filters()).extracting(Filtered::passes).containsExactly(true, false);
    assertThat(explanation.filters().get(0).has()).containsExactly("SY");
  }

  @Test
  void explain_manyPlaces_listsFiveOfATermAndCountsTheRest() {
    Part part = whenOf("{concept: place}", "border ".repeat(8));

    assertThat(part.evidence()).hasSize(5);
    assertThat(part.unlisted()).isEqualTo(3);
  }

  @Test
  void evidence_ofATermWithSeveralOrigins_isTheOneThatFoundIt() {
    RuleSet set =
        set(
            """
            version: 1
            concepts: {c: {ar: [{exact: داعش, clitics: true}], ckb: [{stem: داعش}], en: [x]}}
            rules: [{id: r, when: {any: [{concept: c}, {exact: X, case: upper}]}}]
            """);
    Article article = new Article("", "", "ولداعش داعشەکان x X", "ckb", "", Set.of(), Set.of());

    assertThat(RuleExplainer.evidence(set.matcher().match(article).get(0), article))
        .extracting(found -> found.span().text() + " " + found.concept() + " " + found.language())
        .containsExactly("ولداعش c AR", "داعشەکان c CKB", "x c EN", "X  null");
  }

  @Test
  void nearness_growsAsTheArticleComesNearer() {
    String near = "{near: {within: 3, of: [troops, border]}}";

    assertThat(
            List.of(
                whenOf(near, "nothing of it").nearness(),
                whenOf(near, "troops").nearness(),
                whenOf(near, "troops came to the border").nearness(),
                whenOf(near, "border troops").nearness()))
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(0.0)
        .endsWith(1.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../rules", "../../rules/region"})
  void explain_everyRuleOnEveryTestOfTheSet_agreesWithTheMatcher(String directory)
      throws RuleProblems {
    RuleSet set = RuleSet.load(Path.of(directory));
    List<Article> articles =
        set.rules().stream()
            .flatMap(rule -> rule.tests().stream())
            .map(test -> test.article())
            .toList();
    List<String> otherwise = new ArrayList<>();
    for (Rule rule : set.rules()) {
      var matcher = RuleSet.of(List.of(rule)).matcher();
      RuleExplainer explainer = new RuleExplainer(rule);
      for (Article article : articles) {
        boolean matches = !matcher.match(article).isEmpty();
        Explanation explanation = explainer.explain(article);
        if (explanation.matches() != matches) {
          otherwise.add(rule.id() + " on " + article);
        }
      }
    }

    assertThat(otherwise).isEmpty();
  }
}
