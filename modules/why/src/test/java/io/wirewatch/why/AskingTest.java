package io.wirewatch.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AskingTest {
  private static final String RULES =
      """
      version: 1
      rules:
        - {id: border, when: border}
        - {id: both, when: {all: [border, troops]}}
        - {id: flood, when: flood}
      """;

  @TempDir Path directory;
  private RuleSet rules;

  @BeforeEach
  void load() throws IOException, RuleProblems {
    rules = RuleSet.load(Files.writeString(directory.resolve("rules.yaml"), RULES));
  }

  @Test
  void verdict_ofAll_explainsWhatMatchesAndTellsTheNearestMisses() {
    Verdict verdict = verdict(rules, List.of(), Optional.empty());

    assertThat(ids(verdict.explained())).containsExactly("border");
    assertThat(ids(verdict.nearest())).containsExactly("both");
    assertThat(verdict.asked()).isEqualTo(3);
    assertThat(verdict.ruleSet()).isEqualTo(rules.hash());
    assertThat(verdict.remarks()).isEmpty();
  }

  @Test
  void verdict_ofARuleThatAlertedOnceAndMatchesNoMore_explainsIt() {
    Alert alert = Samples.alert("a1", "flood");

    Verdict verdict = verdict(rules, List.of(alert), Optional.empty());

    assertThat(ids(verdict.explained())).containsExactly("flood", "border");
    assertThat(verdict.remarks()).containsExactly("rule flood has changed since it alerted");
  }

  @Test
  void verdict_ofOneRule_explainsItAlone() {
    Verdict verdict = verdict(rules, List.of(), Optional.of("flood"));

    assertThat(ids(verdict.explained())).containsExactly("flood");
    assertThat(verdict.nearest()).isEmpty();
  }

  @Test
  void verdict_ofARuleThatIsNotThere_saysSo() {
    Verdict verdict = verdict(rules, List.of(), Optional.of("drought"));

    assertThat(verdict.explained()).isEmpty();
    assertThat(verdict.remarks()).containsExactly("there is no rule drought in this set");
  }

  @Test
  void verdict_ofALargeSet_asksOnlyTheRulesThatAlerted() throws IOException, RuleProblems {
    StringBuilder many = new StringBuilder(RULES);
    for (int number = 0; number < 300; number++) {
      many.append("  - {id: more-").append(number).append(", when: gate}\n");
    }
    RuleSet large = RuleSet.load(Files.writeString(directory.resolve("rules.yaml"), many));

    Verdict verdict = verdict(large, List.of(Samples.alert("a1", "border")), Optional.empty());

    assertThat(ids(verdict.explained())).containsExactly("border");
    assertThat(verdict.asked()).isEqualTo(1);
    assertThat(verdict.remarks())
        .contains("of 303 rules only those that alerted are explained; --rule asks another");
  }

  private static List<String> ids(List<Explanation> explanations) {
    return explanations.stream().map(Explanation::rule).map(Rule::id).toList();
  }

  private static Verdict verdict(RuleSet rules, List<Alert> alerts, Optional<String> only) {
    RuleBook book =
        new RuleBook(
            rules.hash(),
            "the test's rules",
            rules.rules().stream().map(Rule::id).toList(),
            ids ->
                ids.stream()
                    .flatMap(id -> rules.rules().stream().filter(rule -> rule.id().equals(id)))
                    .toList(),
            List.of());
    return new Asking(book)
        .verdict(Samples.enriched(Samples.article("a1", "The border is open."), 1), alerts, only);
  }
}
