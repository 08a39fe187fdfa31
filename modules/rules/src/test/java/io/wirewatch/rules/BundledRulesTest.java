package io.wirewatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.LanguageIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledRulesTest {
  private static final Path DIRECTORY = Path.of("..", "..", "rules");
  private static RuleSet rules;

  @BeforeAll
  static void load() throws RuleProblems {
    rules = RuleSet.load(DIRECTORY);
  }

  private static List<String> alerts(String text) {
    Article article = Given.article("", text, LanguageIdentifier.identify(text).code());
    return rules.matcher().match(article).stream().map(match -> match.rule().id()).toList();
  }

  @Test
  void tests_ofTheFiles_pass() {
    Stream<RuleTests.Result> failed =
        RuleTests.run(rules.rules()).stream().filter(result -> !result.passed());
    assertThat(failed).isEmpty();
    assertThat(rules.rules()).allSatisfy(rule -> assertThat(rule.tests()).isNotEmpty());
  }

  @Test
  void routes_areThoseOfTheThreeRules() {
    assertThat(rules.routes()).containsExactly("border", "isis", "withdrawal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "withdrawal|withdraw",
        "withdrawal|Withdrawing",
        "withdrawal|withdrew",
        "withdrawal|withdrawn",
        "withdrawal|withdrawal",
        "withdrawal|withdrawals",
        "withdrawal|pullout",
        "withdrawal|pull-out",
        "withdrawal|pull out",
        "withdrawal|pulling out",
        "withdrawal|pulled out",
        "withdrawal|pulled its troops out",
        "border|border",
        "border|borders",
        "border|frontier",
        "border|frontiers",
        "border|border crossing",
        "border|cross-border",
        "isis|ISIS",
        "isis|ISIL",
        "isis|ISIS-held",
        "isis|Islamic State",
        "isis|Daesh",
        "isis|Da'esh",
        "isis|Da’esh",
        "border|الحدود",
        "border|حدودي",
        "border|للحدود",
        "withdrawal|انسحاب",
        "withdrawal|انسحبت",
        "withdrawal|ينسحب",
        "withdrawal|وانسحابها",
        "isis|داعش",
        "isis|لداعش",
        "isis|بداعش",
        "isis|وداعش",
        "isis|داعـش",
        "border|سنوور",
        "border|سنوورەکانی",
        "withdrawal|کشانەوە",
        "withdrawal|کشایەوە",
        "withdrawal|دەکشێنەوە",
        "isis|داعشەوە",
        "border|sînorê",
        "border|sînoran",
        "withdrawal|vekişîn",
        "withdrawal|vekişiyan",
        "withdrawal|paşvekişîna",
        "isis|DAIŞ",
        "isis|DAÎŞ'ê"
      })
  void alert_wordsThatMustMatch_isOfThatRule(String rule, String text) {
    assertThat(alerts(text)).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rowers met on the Isis above Oxford",
        "IS the plan ready",
        "Clients cannot withdraw money from any ATM",
        "a cash withdrawal at the counter",
        "His nicotine withdrawal symptoms eased",
        "a borderline diabetic",
        "the Borders bookshop in Leeds",
        "a nurse of Doctors Without Borders",
        "the Islamic State University of Sultan",
        "A senator withdrew her candidacy",
        "the player withdrew from the tennis open",
        "the team pulled a man out of the rubble",
        "سحب المواطن نقوده من المصرف",
        "سحب القرعة غداً",
        "أعلنت منظمة بلا حدود",
        "انسحب المرشح من السباق الانتخابي",
        "حدود صلاحيات المجلس",
        "انسحاب الفريق من بطولة كرة القدم",
        "پارەی لە بانک ڕاکێشا",
        "کاندیدەکە لە هەڵبژاردن کشایەوە",
        "Rojnamevanên Bê Sînor",
        "Tîm ji lîgê vekişiya"
      })
  void alert_lookAlikes_none(String text) {
    assertThat(alerts(text)).isEmpty();
  }
}
