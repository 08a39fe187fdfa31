package io.wirewatch.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.RuleTests;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of rules/region: not loaded by default, kept as well as those that are. */
class RegionRulesTest {
  private static List<Rule> rules;

  @BeforeAll
  static void load() throws RuleProblems {
    rules = RuleSet.load(Path.of("../../rules/region")).rules();
  }

  @Test
  void tests_ofTheFiles_pass() {
    assertThat(RuleTests.run(rules)).filteredOn(result -> !result.passed()).isEmpty();
  }

  @Test
  void rules_areFifty() {
    assertThat(rules).hasSize(50);
  }

  @Test
  void everyRule_isTestedBothWaysInEnglishAndArabic() {
    Predicate<String> arabic = text -> text.codePoints().anyMatch(c -> c >= 0x600 && c < 0x700);

    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.tests()).anyMatch(test -> test.expected().isEmpty());
              assertThat(rule.tests())
                  .filteredOn(test -> !test.expected().isEmpty())
                  .extracting(test -> test.article().body())
                  .anyMatch(arabic)
                  .anyMatch(arabic.negate());
            });
  }

  @Test
  void bundledRules_doNotLoadThem() throws RuleProblems {
    assertThat(RuleSet.load(Path.of("../../rules")).rules())
        .extracting(Rule::id)
        .containsExactly("border", "isis", "withdrawal");
  }
}
