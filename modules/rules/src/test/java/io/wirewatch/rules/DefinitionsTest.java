package io.wirewatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that went through their definitions, as published ones do. */
class DefinitionsTest {
  @TempDir Path directory;

  private static List<String> definitions(RuleSet set) {
    return set.rules().stream().map(Rule::definition).toList();
  }

  private static RuleSet read(List<String> definitions) throws RuleProblems {
    return RuleSet.ofDefinitions(definitions, LoadProgress.UNSEEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "rules/region"})
  void bundledRules_readFromTheirDefinitions_areTheSameSet(String rules) throws RuleProblems {
    RuleSet set = RuleSet.load(Path.of("..", "..").resolve(rules));

    RuleSet again = read(definitions(set));

    assertThat(again.hash()).isEqualTo(set.hash());
    assertThat(again.routes()).isEqualTo(set.routes());
    assertThat(definitions(again)).isEqualTo(definitions(set));
  }

  @Test
  void rulesOfDifferentDefaults_byTurns_keepTheirOwn() throws Exception {
    Files.writeString(
        directory.resolve("exact.yaml"),
        """
        version: 1
        defaults: {match: exact}
        concepts: {c: {en: [tower]}}
        rules:
          - {id: a, when: bridge}
          - {id: b, when: {concept: c}}
        """);
    Files.writeString(
        directory.resolve("stem.yaml"), "version: 1\nrules:\n  - {id: c, when: bridge}\n");
    List<String> each = definitions(RuleSet.load(directory));
    RuleSet set = read(List.of(each.get(2), each.get(0), each.get(1)));

    List<String> matched = new ArrayList<>();
    set.matcher().match(Given.text("Bridges and a tower.")).forEach(m -> matched.add(m.ruleId()));

    assertThat(matched).containsExactly("c", "b");
    assertThat(set.rules().stream().map(Rule::id)).containsExactly("c", "a", "b");
  }

  @Test
  void problem_isAtItsPlaceInTheList() {
    String sound = Given.when("bridge").rules().get(0).definition();

    RuleProblems refused =
        catchThrowableOfType(
            RuleProblems.class,
            () -> read(List.of(sound, "{\"version\":\"1\",\"rules\":[{\"id\":\"x\"}]}")));

    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.wrong()).isEqualTo("a rule without when");
            });
  }

  @Test
  void definition_twice_isRefused() {
    String sound = Given.when("bridge").rules().get(0).definition();

    RuleProblems refused =
        catchThrowableOfType(RuleProblems.class, () -> read(List.of(sound, sound)));

    assertThat(refused).hasMessageContaining("a second time");
  }

  @Test
  void load_tellsOfEveryRule_readAndCompiled() throws Exception {
    Path file = directory.resolve("rules.jsonl");
    Files.writeString(
        file, "{\"id\":\"a\",\"when\":\"bridge\"}\n{\"id\":\"b\",\"when\":\"tower\"}\n");
    List<String> told = new ArrayList<>();
    LoadProgress progress =
        new LoadProgress() {
          @Override
          public void read(int rules) {
            told.add("read " + rules);
          }

          @Override
          public void compiled(int rules, int all) {
            told.add("compiled " + rules + " of " + all);
          }
        };

    RuleSet.load(file, progress).matcher(progress);

    assertThat(told).containsExactly("read 1", "read 2", "compiled 1 of 2", "compiled 2 of 2");
  }
}
