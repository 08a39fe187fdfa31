package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.Problem;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule files that nobody should write: a set that matches with right spans, or problems with their
 * places.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RuleFileFuzzTest {
  private static final String YAML =
      """
      version: 1
      defaults: {severity: medium, fields: [headline, body], match: stem, case: fold}
      concepts:
        gate:
          en: [gate, {phrase: "shut down", slop: 2}]
          ar: [حدود, {exact: داعش, clitics: true}]
      rules:
        - id: a
          title: A
          when: {all: [{concept: gate}, {near: {within: 5, ordered: true, of: [{term: border}, {prefix: withdr}]}}], none: [{phrase: "test match"}]}
          not_span: [{phrase: "gate post"}]
          filters: {region: [IQ], source: {exclude: [x]}, language: [en]}
          suppress: {by: [rule, region], window: 6h, max: 5}
          route: gates
          tests: [{text: "The gate", region: IQ, expect: [gate]}]
        - {id: b, when: {score: {at_least: 3, of: [{term: border, weight: 2}, {term: flood, weight: 1}]}}}
      """;
  private static final String LINES =
      """
      {"id":"a","when":{"any":["border",{"exact":"ISIS","case":"upper"}]}}
      {"id":"b","severity":"high","when":{"near":{"within":3,"of":[{"term":"gate"},{"term":"shut"}]}},"route":"x"}
      """;
  private static final String TEXT =
      "The gate at the border was shut down; ISIS withdrew. أغلق داعش الحدود. 😀 flood";

  @TempDir Path directory;

  private static Mutator mutator(String kind) {
    List<byte[]> seeds =
        Stream.of(kind.equals("yaml") ? YAML : LINES)
            .map(file -> file.getBytes(StandardCharsets.UTF_8))
            .toList();
    return new Mutator(
        "rules-" + kind,
        seeds,
        "when:",
        "  - {id: c, when: d}\n",
        "{all: [",
        "{any: [",
        "none: ",
        "near: ",
        "within: 99999999999",
        "slop: -1",
        "weight: 1e9",
        "prefix: a",
        "fold: [diacritics]",
        "unless_followed_by: [x]",
        "window: P9999D",
        "--- ",
        "...\n",
        "%YAML 1.2\n",
        "\"\\u0000\"",
        "\"\\uD83D\"",
        "# ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "jsonl"})
  void files_hostile_areARuleSetOrProblemsWithPlaces(String kind) {
    Path hostile = directory.resolve("hostile." + kind);
    new Fuzz("rules-" + kind, 1_000)
        .run(
            mutator(kind),
            (file, random) -> {
              Files.write(hostile, file);
              try {
                Downstream.checkMatches(
                    RuleSet.load(hostile).matcher(), Downstream.article("A gate", TEXT));
              } catch (RuleProblems refused) {
                assertThat(refused.problems()).isNotEmpty().allSatisfy(RuleFileFuzzTest::check);
              }
            });
  }

  private static void check(Problem problem) {
    assertThat(problem.file()).contains("hostile");
    assertThat(problem.line()).isNotNegative();
    assertThat(problem.column()).isNotNegative();
    assertThat(problem.toString()).hasSizeLessThan(2_000);
  }
}
