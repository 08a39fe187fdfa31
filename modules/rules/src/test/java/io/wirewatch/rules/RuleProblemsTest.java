package io.wirewatch.rules;

import static io.wirewatch.rules.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleProblemsTest {
  @TempDir Path directory;

  private static final String HEAD = "version: 1\nconcepts: {c: {en: [a]}}\nrules:\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: r, when: a, sevrity: high}|4:22|unknown key 'sevrity'|did you mean severity?",
        "{id: r, when: a, severity: hihg}|4:32|unknown severity 'hihg'|did you mean high?",
        "{id: r, when: a, status: old}|4:30|unknown status 'old'|one of: stable, experimental",
        "{id: r, when: a, fields: [title]}|4:31|unknown field 'title'|one of: headline, body",
        "{when: a}|4:5|a rule without id|id: a name",
        "{id: r}|4:5|a rule without when|when: what must be found",
        "{id: 'a b', when: a}|4:10|id 'a b'|letters, digits",
        "{id: r, when: '—'}|4:19|no word in '—'|at least one letter",
        "{id: r, when: {none: [a]}}|4:19|a rule that holds where nothing is found|at least one term",
        "{id: r, when: {any: [a, {none: [b]}]}}|4:19|a rule that holds where nothing is found|at least one term",
        "{id: r, when: {concept: d}}|4:29|unknown concept 'd'|did you mean c?",
        "{id: r, when: {all: []}}|4:25|an empty list for all|at least one item",
        "{id: r, when: {}}|4:19|nothing to look for|one of: term",
        "{id: r, when: [a]}|4:19|a list where a mapping must be|keys: all",
        "{id: r, when: {term: a, exact: b}}|4:19|several things to look for: term, exact|one of",
        "{id: r, when: {term: [a]}}|4:26|a list where a text must be|a text",
        "{id: r, when: {prefix: abc}}|4:28|prefix of less than four letters|4 letters or more",
        "{id: r, when: {prefix: a bcdef}}|4:28|prefix of several words|one word",
        "{id: r, when: {exact: a, slop: 2}}|4:19|slop beside exact|phrase in place",
        "{id: r, when: {exact: a, match: stem}}|4:19|match beside exact|or no match",
        "{id: r, when: {term: a, fold: [apostrophe]}}|4:19|fold on a stem|exact in place",
        "{id: r, when: {exact: a, fold: [colour]}}|4:37|unknown difference 'colour'|one of: apostrophe",
        "{id: r, when: {all: [a], case: upper}}|4:19|case without a term or phrase|beside the term",
        "{id: r, when: {phrase: a b, slop: 11}}|4:39|slop is '11'|from 0 to 10",
        "{id: r, when: {phrase: a b, slop: 1.5}}|4:39|slop is '1.5'|a whole number",
        "{id: r, when: {phrase: a b, slop: many}}|4:39|slop is 'many'|a number from 0 to 10",
        "{id: r, when: {near: {of: [a, b]}}}|4:26|near without within|within: the number",
        "{id: r, when: {near: {within: 3, of: [a]}}}|4:26|near needs what is near what|a list of two",
        "{id: r, when: {near: {within: 3, of: [a, {all: [b]}]}}}|4:26|near over something that has no place|terms, phrases",
        "{id: r, when: {score: {of: [a]}}}|4:27|score without at_least|at_least: a number",
        "{id: r, when: a, not_span: [{none: [b]}]}|4:33|not_span of something that has no place|terms, phrases",
        "{id: r, when: a, route: a b}|4:29|route 'a b' cannot end the name of a topic|letters",
        "{id: r, when: a, filters: {region: [Iraq]}}|4:41|'''Iraq'' is not a code'|SY, IQ-AN",
        "{id: r, when: a, filters: {place: IQ}}|4:32|unknown key 'place'|one of: region",
        "{id: r, when: a, suppress: {max: 2}}|4:32|suppress without window|6h",
        "{id: r, when: a, suppress: {window: soon}}|4:41|window 'soon'|such as 6h",
        "{id: r, when: a, tests: [{text: a}]}|4:30|a test without expect|expect: the words",
        "word|4:5|a single value where a mapping must be|keys: id"
      })
  void load_ruleWithAProblem_saysWhereWhatAndWhatWouldBeRight(
      String rule, String place, String wrong, String right) {
    List<Problem> problems = problems(HEAD + "  - " + rule + "\n");
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).toString())
        .startsWith("rules.yaml:" + place + ": " + wrong)
        .contains("; ")
        .contains(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0:0|the file is empty",
        "# nothing|0:0|the file is empty",
        "rules: [{id: a, when: a}]|1:1|no version",
        "'version: 2\nrules: [{id: a, when: a}]'|1:10|unknown version '2'",
        "'version: 1'|1:1|neither rules nor concepts",
        "[1]|1:1|a list where a mapping must be",
        "'version: 1\nconcepts: [a]\nrules: [{id: r, when: a}]'|2:11|a list for concepts",
        "'version: 1\nconcepts: {c: {en: []}}\nrules: [{id: r, when: a}]'|2:20|an empty list for en",
        "'version: 1\nconcepts: {c: {}}\nrules: [{id: r, when: a}]'|2:15|concept 'c' has no aliases",
        "'version: 1\nconcepts: {c: {English: [a]}}\nrules: [{id: r, when: a}]'|2:16|unknown language 'English'",
        "'version: 1\nconcepts: {c: {en: [a]}, c: {en: [b]}}\nrules: [{id: r, when: a}]'|2:26|key 'c' a second time",
        "'version: 1\nrules:\n\t- {id: a, when: a}'|3:1|not readable as YAML",
        "'version: 1\nrules: [{id: a'|2:15|not readable as YAML",
        "'version: 1\nrules: [&x {id: a, when: a}, *x]'|2:9|YAML anchors and aliases",
        "'version: 1\nrules: [{id: r, when: !!java.net.URL a}]'|2:23|YAML tags are not supported",
        "'version: 1\nrules: !!set {a}'|2:8|YAML tags are not supported",
        "'version: 1\nrules: [{id: r, when: a\u0001}]'|2:24|not readable as YAML",
        "'version: 1\n---\nversion: 1'|2:1|a second YAML document",
        "'version: 1\n? [a]\n: b'|2:3|a key that is a list",
        "'version: 1\nrules: []'|2:8|an empty list for rules",
        "'version: 1\nconcepts: {c: {en: [a]}}'|0:0|no rule"
      })
  void load_fileWithAProblem_saysWhereAndWhat(String yaml, String place, String wrong) {
    List<Problem> problems = problems(yaml);
    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0).toString()).startsWith("rules.yaml:" + place + ": " + wrong);
  }

  @Test
  void load_severalProblems_givesThemAll() {
    List<Problem> problems =
        problems(
            HEAD
                + "  - {id: r, when: {concept: x}, route: '/'}\n  - {id: r, when: '!', colour: red}\n  - {id: s}\n");
    assertThat(problems).extracting(Problem::line).containsExactly(4, 4, 5, 5, 5, 6);
  }

  @Test
  void load_aNearOfMoreThingsThanMayBe_saysHowMany() {
    String things = "a, ".repeat(100) + "a";
    List<Problem> problems =
        problems(HEAD + "  - {id: r, when: {near: {within: 9, of: [" + things + "]}}}\n");
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .contains(":4:26: near over 101 things; at most 100"));
  }

  @Test
  void load_sameIdTwice_namesTheFirst() {
    List<Problem> problems = problems(HEAD + "  - {id: r, when: a}\n  - {id: r, when: b}\n");
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .contains(":5:5: rule 'r' a second time")
                    .contains("line 4 already"));
  }

  @Test
  void load_sameIdAsARuleWithProblems_saysBothInTheOrderOfTheFile() {
    assertThat(
            problems(HEAD + "  - {id: r, when: {all: []}}\n  - {id: r, when: b}\n").stream()
                .map(problem -> problem.line() + " " + problem.wrong()))
        .containsExactly("4 an empty list for all", "5 rule 'r' a second time");
    assertThat(
            problems(HEAD + "  - {id: r, when: a}\n  - {id: r, whn: b}\n").stream()
                .map(problem -> problem.line() + " " + problem.wrong()))
        .containsExactly(
            "5 rule 'r' a second time", "5 a rule without when", "5 unknown key 'whn'");
  }

  @Test
  void load_directory_readsItsRuleFilesAndSharesConcepts() throws IOException, RuleProblems {
    Files.writeString(
        directory.resolve("b.yaml"), "version: 1\nrules: [{id: b, when: {concept: c}}]");
    Files.writeString(directory.resolve("c.yml"), "version: 1\nconcepts: {c: {en: [a]}}");
    Files.writeString(
        directory.resolve("a.jsonl"),
        "{\"id\": \"j1\", \"when\": {\"concept\": \"c\"}}\n\n{\"id\": \"j2\", \"when\": \"a\\tb\"}\n");
    Files.writeString(directory.resolve("notes.txt"), "not a rule");
    assertThat(RuleSet.load(directory).rules())
        .extracting(Rule::id)
        .containsExactly("b", "j1", "j2");
  }

  @Test
  void load_brokenJsonLine_namesItsLine() {
    List<Problem> problems =
        problems(
            "bulk.jsonl",
            "{\"id\": \"a\", \"when\": \"a\"}\n{\"id\": \n{\"id\": \"b\", \"wen\": \"a\"}\n");
    assertThat(problems).extracting(Problem::line).containsExactly(2, 3, 3);
  }

  @Test
  void load_nothingThere_saysSo() {
    assertThat(problemsOf(directory.resolve("none.yaml")))
        .singleElement()
        .asString()
        .contains("there is no such file");
    assertThat(problemsOf(directory)).singleElement().asString().contains("no rule file in it");
  }

  @Test
  void load_byteOrderMark_isNoProblem() throws IOException, RuleProblems {
    Path file =
        Files.writeString(
            directory.resolve("a.yaml"), "\uFEFFversion: 1\nrules: [{id: a, when: a}]");
    assertThat(RuleSet.load(file).rules()).hasSize(1);
  }

  @Test
  void load_otherEncodings_areNamed() throws IOException {
    Path utf16 =
        Files.write(directory.resolve("a.yaml"), "version: 1".getBytes(StandardCharsets.UTF_16));
    assertThat(problemsOf(utf16))
        .singleElement()
        .asString()
        .contains("the file is in UTF-16 or UTF-32; save it as UTF-8");
    Path latin =
        Files.write(
            directory.resolve("b.yaml"), "version: 1\n# é".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemsOf(latin))
        .singleElement()
        .asString()
        .contains(":2:3: a byte that is not UTF-8");
    Path lines =
        Files.write(
            directory.resolve("c.jsonl"), "{\"id\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemsOf(lines))
        .singleElement()
        .asString()
        .contains("c.jsonl:1:9: a byte that is not UTF-8");
  }

  @Test
  void load_deepNesting_isRefused() {
    assertThat(problems("version: 1\nrules: " + "[".repeat(10_000) + "]".repeat(10_000)))
        .singleElement()
        .asString()
        .contains("nested more than 50 levels deep");
    assertThat(problems("version: 1\nrules: " + "{a: ".repeat(10_000) + "}".repeat(10_000)))
        .singleElement()
        .asString()
        .contains("nested more than 50 levels deep");
  }

  @Test
  void load_longTerm_isRefused() {
    assertThat(problems(HEAD + "  - {id: r, when: " + "a".repeat(100_000) + "}"))
        .singleElement()
        .asString()
        .contains("a term of 100000 characters; at most 500");
  }

  @Test
  void load_longLine_isRefused() {
    String line = "{\"id\": \"a\", \"when\": \"" + "a".repeat(RuleFile.LONGEST_LINE) + "\"}\n";
    assertThat(problems("bulk.jsonl", line + "{\"id\": \"b\", \"when\": \"a\"}\n"))
        .singleElement()
        .asString()
        .contains("bulk.jsonl:1:1: a line of more than");
  }

  @Test
  void load_largeYaml_isRefusedUnread() throws IOException {
    Path file = directory.resolve("large.yaml");
    Files.write(file, new byte[(int) RuleFile.LARGEST_YAML + 1]);
    assertThat(problemsOf(file))
        .singleElement()
        .asString()
        .contains("more than 16777216; several files");
  }

  @Test
  void load_thousandsOfProblems_stopsCounting() {
    String yaml = HEAD + "  - {id: r}\n".repeat(3_000);
    List<Problem> problems = problems(yaml);
    assertThat(problems).hasSize(1_000);
    assertThat(problems.get(999).wrong()).isEqualTo("more problems follow");
  }

  private static List<Problem> problemsOf(Path path) {
    RuleProblems thrown = catchThrowableOfType(RuleProblems.class, () -> RuleSet.load(path));
    return thrown.problems();
  }
}
