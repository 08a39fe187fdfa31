package io.wirewatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangingMatcherTest {
  private static final long SEED = 4;

  private static final List<String> WORDS =
      List.of("border", "troops", "withdraw", "pull", "out", "Qaim", "al", "داعش", "سنوور", "ISIS");

  private static RuleSet rules(String... whens) {
    var file = new StringBuilder("version: 1\nrules:\n");
    for (int i = 0; i < whens.length; i++) {
      file.append("  - {id: r").append(i).append(", when: ").append(whens[i]).append("}\n");
    }
    return Given.ruleSet(file.toString());
  }

  private static List<String> ids(Matcher matcher, String body) {
    return matcher.match(Given.text(body)).stream().map(RuleMatch::ruleId).toList();
  }

  @Test
  void put_newRule_isMatchedLast() {
    ChangingMatcher matcher = rules("troops").changingMatcher();
    matcher.put(rules("x", "border").rules().get(1));
    assertThat(ids(matcher, "troops at the border")).containsExactly("r0", "r1");
  }

  @Test
  void put_sameId_takesThePlaceOfTheOther() {
    ChangingMatcher matcher = rules("troops", "border").changingMatcher();
    matcher.put(rules("{any: [tanks, planes]}").rules().get(0));
    assertThat(ids(matcher, "troops at the border")).containsExactly("r1");
    assertThat(ids(matcher, "tanks at the border")).containsExactly("r0", "r1");
  }

  @Test
  void remove_ofARule_leavesTheOthers() {
    ChangingMatcher matcher = rules("troops", "border").changingMatcher();
    assertThat(matcher.remove("r0")).isTrue();
    assertThat(matcher.remove("r0")).isFalse();
    assertThat(ids(matcher, "troops at the border")).containsExactly("r1");
  }

  @Test
  void changes_atRandomWhileMatching_equalASetMadeAnew() {
    var random = new Random(SEED);
    ChangingMatcher matcher = Given.ruleSet(file(random)).changingMatcher();
    List<Rule> live = new ArrayList<>(Given.ruleSet(file(new Random(SEED))).rules());
    var articles = new RandomArticles(random, WORDS);
    for (int step = 0; step < 60; step++) {
      Rule other = Given.ruleSet(file(random)).rules().get(random.nextInt(30));
      int at = live.stream().map(Rule::id).toList().indexOf(other.id());
      if (random.nextInt(4) == 0) {
        assertThat(matcher.remove(other.id())).isEqualTo(at >= 0);
        live.removeIf(rule -> rule.id().equals(other.id()));
      } else {
        matcher.put(other);
        if (at >= 0) {
          live.set(at, other);
        } else {
          live.add(other);
        }
      }
      for (int i = 0; i < 12; i++) {
        Article article = articles.next();
        assertThat(matcher.match(article))
            .as("seed %d, step %d", SEED, step)
            .isEqualTo(RuleSet.of(live).matcher().match(article));
      }
    }
  }

  private static String file(Random random) {
    return new RandomRules(random, WORDS).file(30);
  }

  @Test
  void match_afterLearningWhichWordsAreCommon_staysTheSame() {
    RuleSet rules = Given.ruleSet(file(new Random(SEED)));
    Matcher learned = rules.matcher();
    var articles = new RandomArticles(new Random(SEED), WORDS);
    for (int i = 0; i < 1_000; i++) {
      learned.match(articles.next());
    }
    Matcher reference = new ReferenceMatcher(rules.rules());
    for (int i = 0; i < 100; i++) {
      Article article = articles.next();
      assertThat(learned.match(article)).as("seed %d", SEED).isEqualTo(reference.match(article));
    }
  }

  @Test
  void bulkRules_unpacked_areTheRulesThatWereRead() throws Exception {
    String line =
        "{\"when\":{\"all\":[{\"exact\":\"Qaim\"},{\"phrase\":\"pull out\",\"slop\":2}]},\"id\":\"b-%d\","
            + "\"title\":\"ü\",\"suppress\":{\"window\":\"1d\"},\"tests\":[{\"text\":\"x\",\"expect\":\"none\"}]}";
    java.nio.file.Path file = java.nio.file.Files.createTempFile("bulk", ".jsonl");
    java.nio.file.Files.writeString(file, line.formatted(1) + "\n\n" + line.formatted(2) + "\n");
    RuleSet bulk = RuleSet.load(file);
    java.nio.file.Files.delete(file);
    assertThat(ids(bulk.matcher(), "pull it out of Qaim")).containsExactly("b-1", "b-2");
    Rule second = bulk.rules().get(1);
    assertThat(second.tests().get(0).line()).isEqualTo(3);
    assertThat(second)
        .usingRecursiveComparison()
        .ignoringFields("tests")
        .isEqualTo(Given.ruleSet(second.definition()).rules().get(0));
  }
}
