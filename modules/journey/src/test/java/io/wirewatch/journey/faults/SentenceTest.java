package io.wirewatch.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.RuleSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness's own rules find in its sentences what these say of themselves. */
final class SentenceTest {
  @ParameterizedTest
  @EnumSource
  void firstRules_sentence_alertForItsSubjects(Sentence sentence) throws Exception {
    assertThat(alerting(RuleSet.load(RuleFiles.FIRST), sentence))
        .isEqualTo(rules(sentence, Subject.FIRST_SET));
  }

  @ParameterizedTest
  @EnumSource
  void secondRules_sentence_alertForItsSubjects(Sentence sentence) throws Exception {
    assertThat(alerting(RuleSet.load(RuleFiles.SECOND), sentence))
        .isEqualTo(rules(sentence, Subject.SECOND_SET));
  }

  private static Set<String> alerting(RuleSet rules, Sentence sentence) {
    Article article =
        new Article(
            "id",
            sentence.headline(),
            sentence.body(),
            sentence.language(),
            "Harness Wire",
            Set.of(),
            Set.of());
    return rules.matcher().match(article).stream()
        .map(match -> match.rule().id())
        .collect(Collectors.toSet());
  }

  private static Set<String> rules(Sentence sentence, Set<Subject> known) {
    return sentence.subjects().stream()
        .filter(known::contains)
        .map(Subject::rule)
        .collect(Collectors.toSet());
  }
}
