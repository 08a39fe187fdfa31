package io.wirewatch.rules;

import static io.wirewatch.rules.Given.article;
import static io.wirewatch.rules.Given.ruleSet;
import static io.wirewatch.rules.Given.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The example at the head of the page of the rule language: each of its lines does what it says.
 */
class RulePageExampleTest {
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
}
