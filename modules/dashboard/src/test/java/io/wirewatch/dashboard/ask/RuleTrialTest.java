package io.wirewatch.dashboard.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.ask.Asked.Answer;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trials of rules that are given: no cluster is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RuleTrialTest {
  private static final String HEADLINE = "Troops leave the border of Syria";

  private RuleTrial trial;
  private Asked asked;

  @BeforeAll
  void load() {
    Annotator annotator = Annotator.bundled();
    Settings none = Settings.of(Map.of(), Map.of(), Map.of());
    trial =
        new RuleTrial(
            new RulesInForce(
                none,
                () -> {
                  throw new AssertionError("no set is asked for");
                }),
            () -> annotator);
    asked = new Asked(List.of(trial.route()));
  }

  @AfterAll
  void stop() {
    trial.close();
  }

  @Test
  void trial_ofRules_saysWhatIsFoundWhichMatchAndWhy() {
    JsonNode said =
        tried(
            HEADLINE,
            """
            version: 1
            rules:
              - {id: border, severity: high, when: border, filters: {region: [SY]}}
              - {id: floods, when: {all: [troops, flood]}}
              - {id: snow, when: snow}
            """);

    assertThat(said.path("language").asText()).isEqualTo("en");
    assertThat(said.path("entities").findValuesAsText("text")).contains("Syria");
    assertThat(said.path("regions").findValuesAsText("code")).contains("SY");
    assertThat(said.at("/matches/0/severity").asText()).isEqualTo("HIGH");
    JsonNode place = said.at("/matches/0/matches/0");
    assertThat(HEADLINE.substring(place.path("start").asInt(), place.path("end").asInt()))
        .isEqualTo("border");
    assertThat(said.at("/explained/0/rule").asText()).isEqualTo("border");
    assertThat(said.path("nearest").findValuesAsText("rule")).containsExactly("floods");
    assertThat(said.path("problems")).isEmpty();
  }

  @Test
  void trial_ofRulesWithProblems_saysEachWithItsLineAndStillReadsTheText() {
    JsonNode said =
        tried(
            HEADLINE,
            """
            version: 1
            rules:
              - {id: border, when: border}
              - {id: b, whn: x}
              - {id: border, when: y}
            """);

    assertThat(said.path("problems").findValuesAsText("line")).contains("4", "5");
    assertThat(said.path("matches")).isEmpty();
    assertThat(said.path("regions").findValuesAsText("code")).contains("SY");
    assertThat(said.has("ruleSet")).isFalse();
  }

  @Test
  void trial_ofTooMuch_isRefused() {
    assertThatThrownBy(() -> tried("x".repeat(100_001), "version: 1"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("100,000 characters");
    assertThatThrownBy(() -> tried("x", "#".repeat(200_001)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("200,000 characters");
    assertThatThrownBy(() -> tried(" ", "version: 1"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("nothing to test");
  }

  /** Each is as large as may be, or as costly; a problem or an answer has to come in time. */
  static Stream<String> hostileRules() {
    String words =
        IntStream.range(0, 6_000).mapToObj(n -> "w" + n).collect(Collectors.joining(", "));
    String rules =
        IntStream.range(0, 1_000)
            .mapToObj(n -> "- {id: r" + n + ", when: {all: [border, a" + n + "]}}\n")
            .collect(Collectors.joining());
    String anyWords =
        IntStream.range(0, 60)
            .mapToObj(n -> "{any: [a, b, c, word" + n + "]}")
            .collect(Collectors.joining(", "));
    String manyParts =
        IntStream.range(0, 5_000).mapToObj(n -> "a").collect(Collectors.joining(", "));
    return Stream.of(
        "version: 1\nrules: [{id: a, when: {near: {within: 90, ordered: true, of: ["
            + manyParts
            + "]}}}]",
        "[".repeat(200_000),
        "{a: ".repeat(50_000),
        "a: &a [x]\nb: [*a, *a]",
        "'" + "x".repeat(199_000),
        "version: 1\nrules: [{id: a, when: {any: [" + words + "]}}]",
        "version: 1\nrules:\n" + rules,
        "version: 1\nrules: [{id: a, when: {near: {within: 90, ordered: true, of: ["
            + anyWords
            + "]}}}]",
        "version: 1\nrules: [{id: a, when: {prefix: aaaa}}, {id: b, when: {phrase: '"
            + "a ".repeat(9_000)
            + "', slop: 2}}]",
        "!!javax.script.ScriptEngineManager [x]",
        "\u0000");
  }

  @ParameterizedTest
  @MethodSource("hostileRules")
  void trial_ofHostileRulesOnALongText_endsInTime(String rules) {
    String text = "a b c border w7 ".repeat(100_000 / 16);
    long begin = System.nanoTime();

    JsonNode said = tried(text, rules);

    assertThat(said.path("problems").isArray()).isTrue();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }

  private JsonNode tried(String headline, String rules) {
    JsonNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("headline", headline)
            .put("body", "")
            .put("source", "Basin News")
            .put("rules", rules);
    Answer answer = asked.post(User.LOCAL, "/api/test", body);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}
