package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for authors of rules, run as they run them. */
final class RulesCommandIT {
  private static final String RULES =
      """
      version: 1
      concepts:
        place: {en: [border], ar: [حدود]}
      rules:
        - id: near
          title: Troops near a border
          when: {near: {within: 4, of: [troops, {concept: place}]}}
          filters: {language: [en]}
          tests: [{text: troops at the border, expect: [troops, border]}]
        - {id: plain, when: tank}
      """;
  private static final String ARTICLES =
      """
      {"id":"a1","headline":"Troops at the border","body":"A quiet day."}
      {"id":"a2","headline":"","body":"The troops had lunch and then walked to the border. A tank stayed."}
      """;

  @TempDir Path directory;
  private CommandLine wirewatch;

  @BeforeEach
  void prepare() throws IOException {
    wirewatch = new CommandLine(directory);
    Files.writeString(directory.resolve("rules.yaml"), RULES);
    Files.writeString(directory.resolve("articles.jsonl"), ARTICLES);
  }

  @Test
  void check_ofRulesWithWarnings_printsThemAndIsExit0() throws IOException {
    Files.writeString(
        directory.resolve("doubtful.yaml"),
        "version: 1\nrules:\n  - {id: never, when: {term: a, none: [a]}}\n  - {id: often, when: the}\n");

    Ended ended = wirewatch.run("rules", "check", "doubtful.yaml", "--sample", "articles.jsonl");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines())
        .containsExactly(
            "doubtful.yaml:3:5: warning: rule 'never' can never match: term 'a' must be there, and"
                + " none forbids it; correct it or take it out",
            "doubtful.yaml:4:5: warning: rule 'often' matches 2 of the 2 articles of the sample;"
                + " term 'the' is in 2; a rarer term, a phrase, or near");
    assertThat(ended.err()).contains("2 rules are fine, with warnings: 2");
  }

  @Test
  void test_ofRulesThatPass_isExit0AndNamesThoseWithoutTests() {
    Ended ended = wirewatch.run("rules", "test", "rules.yaml");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines()).containsExactly("rule plain has no tests");
    assertThat(ended.err()).contains("2 rules, 1 tests: 1 passed, 0 failed; 1 rules without tests");
  }

  @Test
  void test_requiringTests_refusesRulesWithout() {
    Ended ended = wirewatch.run("rules", "test", "rules.yaml", "--require-tests");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lines()).containsExactly("refused: rule plain has no tests");
  }

  @Test
  void test_thatFails_isExit1WithTheTextAndJUnitXml() throws IOException {
    Files.writeString(
        directory.resolve("failing.yaml"), RULES.replace("expect: [troops,", "expect: [tanks,"));

    Ended ended = wirewatch.run("rules", "test", "failing.yaml", "--junit", "report.xml");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lines())
        .startsWith(
            "failing.yaml:9: rule near",
            "  text:     ⟦troops⟧ at the ⟦border⟧",
            "  expected: border, tanks",
            "  found:    border, troops",
            "  missing:  tanks",
            "  too many: troops");
    assertThat(Files.readString(directory.resolve("report.xml")))
        .contains("tests=\"1\" failures=\"1\"")
        .contains("classname=\"rules.near\"");
  }

  @Test
  void match_ofArticles_saysConceptLanguageFiltersAndWhatIsNotListed() throws IOException {
    Files.writeString(
        directory.resolve("many.jsonl"),
        "{\"id\":\"m\",\"body\":\"%s\"}%n".formatted("tank ".repeat(7)));
    JsonNode near = match("articles.jsonl").get(0);
    JsonNode many = match("many.jsonl").get(0);

    assertThat(near.path("matches").get(1))
        .hasToString(
            "{\"rule\":\"near\",\"field\":\"headline\",\"start\":14,\"end\":20,\"text\":\"border\","
                + "\"term\":\"border\",\"concept\":\"place\",\"language\":\"en\"}");
    assertThat(near.path("rules").get(0).path("filters").get(0))
        .hasToString(
            "{\"name\":\"language\",\"include\":[\"en\"],\"exclude\":[],\"has\":[\"en\"],\"passes\":true}");
    assertThat(many.path("matches")).hasSize(5);
    assertThat(many.path("rules").get(0).path("unlisted").asInt()).isEqualTo(2);
  }

  private List<JsonNode> match(String file) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    for (String line : wirewatch.run("rules", "match", "--rules", "rules.yaml", file).lines()) {
      read.add(new ObjectMapper().readTree(line));
    }
    return read;
  }

  @Test
  void explain_ofArticles_saysWhyAndHowNear() {
    Ended ended =
        wirewatch.run(
            "rules", "explain", "--rules", "rules.yaml", "--rule", "near", "articles.jsonl");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("article a1: rule near matches")
        .contains("headline 14-20 'border', for 'border' of concept place in en")
        .contains("filter on language wants en; the article has en")
        .contains("article a2: rule near does not match: near, within 4 words")
        .contains("the closest are within 9 words, wanted 4");
  }

  @Test
  void explain_forMachines_isAJsonLineAnArticle() throws IOException {
    Ended ended =
        wirewatch.run(
            "rules",
            "explain",
            "--rules",
            "rules.yaml",
            "--rule",
            "near",
            "--json",
            "articles.jsonl");

    assertThat(ended.lines()).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(ended.lines().get(0));
    assertThat(first.path("matches").asBoolean()).isTrue();
    assertThat(first.path("when").path("evidence").findValuesAsText("text"))
        .containsExactly("Troops", "border");
    JsonNode second = new ObjectMapper().readTree(ended.lines().get(1));
    assertThat(second.path("when").path("nearness").asDouble()).isBetween(0.4, 0.9);
  }

  @Test
  void explain_ofARuleThatIsNotThere_isExit2AndNamesThoseThatAre() {
    Ended ended =
        wirewatch.run("rules", "explain", "--rules", "rules.yaml", "--rule", "x", "articles.jsonl");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err().strip()).isEqualTo("wirewatch: no rule x: there are near, plain");
  }

  @Test
  void diff_ofSets_saysWhatChangedAndWhichAlerts() throws IOException {
    Files.writeString(
        directory.resolve("new.yaml"),
        RULES.replace("within: 4", "within: 9").replace("id: plain", "id: tank"));

    Ended ended =
        wirewatch.run("rules", "diff", "rules.yaml", "new.yaml", "--on", "articles.jsonl");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.lines())
        .containsExactly(
            "- rule plain (plain)",
            "+ rule tank (tank)",
            "~ rule near (Troops near a border)",
            "    when.near.within: - 4 + 9",
            "article a2: loses plain gains near, tank");
    assertThat(wirewatch.run("rules", "diff", "new.yaml", "new.yaml").exit()).isZero();
  }

  @Test
  void expand_ofATerm_showsItsFormsAndPlaces() {
    Ended ended = wirewatch.run("rules", "expand", "walk", "--on", "articles.jsonl");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("walks · walked · walking")
        .contains("a2 body 30-36 'walked'")
        .contains("1 × walked");
    assertThat(wirewatch.run("rules", "expand", "حدود", "--language", "ar").out())
        .contains("prefixed: بحدود");
  }

  @Test
  void expand_ofWhatIsNoTerm_isExit2() {
    Ended ended = wirewatch.run("rules", "expand", "{exact: a, slop: 3}");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("slop beside exact");
  }

  @Test
  void stats_ofNoneAtAll_isExit2() {
    Ended ended = wirewatch.run("rules", "stats", "rules.yaml", "--top", "0");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err().strip()).isEqualTo("wirewatch: --top 0: 1 or more");
  }

  @Test
  void test_writingToADirectoryThatIsNotThere_saysSo() {
    Ended ended = wirewatch.run("rules", "test", "rules.yaml", "--junit", "none/report.xml");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("cannot write none/report.xml: there is no such directory");
  }

  @Test
  void stats_ofRules_showsHitsTermsAndTimes() {
    Ended ended = wirewatch.run("rules", "stats", "rules.yaml", "--on", "articles.jsonl");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines())
        .contains("2 rules, 4 terms, 2 articles", "   1 · near", "   1 · plain")
        .anyMatch(line -> line.endsWith("· border"));
  }

  @Test
  void check_ofRegionRules_isFine() {
    String rules = Path.of("../../rules/region").toAbsolutePath().normalize().toString();
    Ended ended = wirewatch.run("rules", "check", rules);

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void check_ofBytesInAnotherEncoding_saysWhich() throws IOException {
    Files.write(directory.resolve("wide.yaml"), "version: 1".getBytes(StandardCharsets.UTF_16LE));

    Ended ended = wirewatch.run("rules", "check", "wide.yaml");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lines())
        .containsExactly("wide.yaml:1:1: the file is in UTF-16 or UTF-32; save it as UTF-8");
  }
}
