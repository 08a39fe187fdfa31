package io.wirewatch.rules;

import static io.wirewatch.rules.Given.article;
import static io.wirewatch.rules.Given.found;
import static io.wirewatch.rules.Given.matches;
import static io.wirewatch.rules.Given.text;
import static io.wirewatch.rules.Given.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseMeaningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "withdraw|They withdrew, withdrawing at dawn|withdrew,withdrawing",
        "{term: withdraw}|No withdrawals|withdrawals",
        "{exact: withdraw}|They withdraw, withdrew|withdraw",
        "{stem: border}|The borders|borders",
        "{term: border, match: exact}|The borders, a border|border",
        "{prefix: withdr}|He withdrew the draw|withdrew",
        "{exact: ISIS, case: upper}|Isis and ISIS and isis|ISIS",
        "{exact: ISIS, case: upper}|ISIS's men|ISIS",
        "{exact: daesh}|Da'esh, Daʿesh, DAESH|Da'esh,Daʿesh,DAESH",
        "{exact: daesh, fold: []}|Da'esh and Daesh|Daesh",
        "{exact: Émile, fold: [apostrophe]}|Emile or Émile|Émile",
        "{exact: داعش, clitics: true}|لداعش ومن داعش وبداعش|لداعش,داعش,وبداعش",
        "{exact: داعش}|لداعش ومن داعش|داعش",
        "al-Qaim|al-Qaim, Al Qaim, alQaim|al-Qaim,Al Qaim,alQaim",
        "pullout|The pull-out|pull-out",
        "held|An ISIS-held town|held",
        "deirezzor|Deir-ez-Zor|Deir-ez-Zor",
        "{phrase: \"Islamic State\"}|An Islamic, State; the «Islamic State»|Islamic, State,Islamic State",
        "{phrase: \"pull out\"}|pulled out, pulling them out|pulled out",
        "{phrase: \"pull out\", slop: 2}|pulled all tanks out, pull it all the way out|pulled all tanks out",
        "{phrase: \"pull out\", match: exact}|pulled out, pull out|pull out",
        "{phrase: \"Islamic State\", unless_followed_by: [university]}|Islamic State University, Islamic State|Islamic State",
        "{term: border, unless_preceded_by: [without, {phrase: \"no more\"}]}|without borders, no more borders, a border|border",
        "{concept: place}|a frontier, الحدود, Qaim|frontier,الحدود,Qaim",
        "{all: [troops, border]}|troops at the border|troops,border",
        "{any: [troops, border]}|a border|border",
        "{all: [{any: [troops, tanks]}, {concept: place}]}|tanks near Qaim|tanks,Qaim",
        "{term: troops, none: [exercise]}|troops move|troops",
        "{near: {within: 4, of: [troops, border]}}|the border saw some troops; later more troops|border,troops",
        "{near: {within: 3, ordered: true, of: [troops, border]}}|border troops, troops at border|troops,border",
        "{near: {within: 6, of: [{concept: leave}, {concept: place}, tank]}}|tanks pulled back out of Qaim|tanks,pulled back out,Qaim",
        "{near: {within: 3, of: [{any: [troops, tanks]}, border]}}|tanks left border|tanks,border",
        "{score: {at_least: 3, of: [{term: troops, weight: 2}, {term: border, weight: 1}, tank]}}|troops, troops, border|troops,troops,border",
        "{score: {at_least: 1, of: [{term: troops, weight: 2}, {term: exercise, weight: -2}]}}|troops|troops"
      })
  void match_textThatHoldsIt_givesItsSpans(String when, String body, String expected) {
    assertThat(String.join(",", found(when(when), body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{exact: withdraw}|withdrew",
        "{prefix: withdr}|draw",
        "{exact: ISIS, case: upper}|the Isis",
        "border|a borderline case",
        "news|new",
        "{exact: al-Qaim}|Qaim",
        "{phrase: \"Islamic State\"}|State Islamic",
        "{phrase: \"pull out\", slop: 1}|pull all of it out",
        "{all: [troops, border]}|troops",
        "{any: [troops, tanks]}|a border",
        "{term: troops, none: [exercise]}|troops in an exercise",
        "{near: {within: 3, of: [troops, border]}}|troops came to the border",
        "{near: {within: 9, ordered: true, of: [troops, border]}}|border troops",
        "{near: {within: 9, of: [troops, border]}}|troops",
        "{score: {at_least: 3, of: [{term: troops, weight: 2}, {term: border, weight: 1}]}}|troops, troops",
        "{score: {at_least: 1, of: [{term: troops, weight: 2}, {term: exercise, weight: -2}]}}|troops in an exercise"
      })
  void match_textThatDoesNotHoldIt_givesNothing(String when, String body) {
    assertThat(matches(when(when), text(body))).isFalse();
  }

  @Test
  void phraseAndNear_overTheEndOfASentence_hold() {
    assertThat(found(when("{phrase: islamic state}"), "It was Islamic.\n\nState media said so."))
        .containsExactly("Islamic.\n\nState");
    assertThat(found(when("{near: {within: 2, of: [troops, border]}}"), "Troops! Border."))
        .containsExactly("Troops", "Border");
  }

  @Test
  void all_oneInHeadlineOneInBody_holds() {
    assertThat(
            found(when("{all: [troops, border]}"), article("Troops move", "To the border", "en")))
        .containsExactly("Troops", "border");
  }

  @Test
  void near_oneInHeadlineOneInBody_doesNotHold() {
    assertThat(
            matches(
                when("{near: {within: 9, of: [troops, border]}}"),
                article("Troops", "border", "en")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ar,الحدودية",
    "ckb,الحدودية",
    "en,للحدود",
    "'',حدودها",
    "kmr,borders",
    "fr,frontiers",
    "ar,border"
  })
  void concept_aliasOfAnyLanguage_isFoundWhateverTheArticlesLanguage(String language, String body) {
    assertThat(found(when("{concept: place}"), article("", body, language))).containsExactly(body);
  }

  @ParameterizedTest
  @CsvSource({
    "kmr,sînor,sînorê",
    "other,sînor,sînorê",
    "ckb,سنوور,سنوورەکان",
    "en,سنوور,سنوورەکان",
    "other,withdraw,withdrew",
    "ar,withdraw,withdrew"
  })
  void term_withoutLanguage_isStemmedAsTheArticlesOrAsItsScript(
      String language, String term, String body) {
    assertThat(found(when(term), article("", body, language))).containsExactly(body);
  }

  @Test
  void spans_moreThanFiveOfAClause_areCounted() {
    RuleMatch match =
        when("{any: [troops, border]}").matcher().match(text("troops border ".repeat(9))).get(0);
    assertThat(match.spans()).hasSize(10);
    assertThat(match.unlisted()).isEqualTo(8);
  }

  @Test
  void spans_samePlaceUnderTwoTerms_isListedOnce() {
    assertThat(found(when("{any: [troops, {exact: troops}]}"), "troops")).containsExactly("troops");
  }

  @Test
  void spans_ofAConcept_nameTheAliasAsTheFileSaysIt() {
    List<Span> spans =
        when("{concept: place}")
            .matcher()
            .match(article("At the frontiers", "", "en"))
            .get(0)
            .spans();
    assertThat(spans).containsExactly(new Span(Field.HEADLINE, 7, 16, "frontiers", "frontier"));
  }
}
