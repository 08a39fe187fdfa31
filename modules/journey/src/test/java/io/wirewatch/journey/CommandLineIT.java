package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a process: exit codes, data on standard output alone, one line for what goes
 * wrong.
 */
final class CommandLineIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private CommandLine wirewatch;

  /** The launcher prepares itself on its first start, and says so. */
  @BeforeAll
  static void startOnce(@TempDir Path scratch) throws Exception {
    Files.writeString(scratch.resolve("page.txt"), CommandLine.PAGE);
    new CommandLine(scratch).run("up", "page.txt", "--once");
  }

  @BeforeEach
  void prepare() throws Exception {
    wirewatch = new CommandLine(directory);
    Files.writeString(directory.resolve("page.txt"), CommandLine.PAGE);
  }

  @Test
  void enrich_noBroker_isExit2WithinSeconds() {
    long start = System.nanoTime();
    Ended ended =
        wirewatch.run(
            "enrich",
            "--bootstrap-servers",
            "127.0.0.1:1",
            "--schema-registry",
            "http://127.0.0.1:1");

    CommandLine.assertRefused(ended, "127.0.0.1:1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void dashboard_beyondThisMachineWithoutUsers_isRefused() {
    Ended ended = wirewatch.run("dashboard", "--host", "0.0.0.0");

    CommandLine.assertRefused(ended, "dashboard.users", "wirewatch dashboard user");
  }

  @Test
  void unknownOption_isExit2() {
    Ended ended = wirewatch.run("up", "--nonsense");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--nonsense").contains("--help");
  }

  @Test
  void help_ofUp_namesTheLogFile() {
    Ended ended = wirewatch.run("up", "--help");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .contains(directory.resolve("wirewatch.log").toString().substring(0, 20));
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void ingestPage_dryRun_writesTheArticlesAndNothingElse() throws Exception {
    Ended ended =
        wirewatch.run(
            "ingest", "page", "page.txt", "--dry-run", "--observed-at", "2025-08-18T10:00:00Z");

    assertThat(ended.exit()).isZero();
    JsonNode article = JSON.readTree(ended.lines().get(0));
    assertThat(ended.lines()).hasSize(1);
    assertThat(article.path("dateline").asText()).isEqualTo("Mosul");
    assertThat(article.path("publishedPrecision").asText()).isEqualTo("HOUR");
    assertThat(article.path("input").asText()).isEqualTo("page.txt");
  }

  @Test
  void rulesCheck_ofBundledRules_isFine() {
    Ended ended = wirewatch.run("rules", "check", bundled("rules"));

    assertThat(ended.exit()).as(ended.out()).isZero();
  }

  @Test
  void rulesCheck_ofBrokenRules_listsEveryProblemAndIsExit1() throws Exception {
    Files.writeString(
        directory.resolve("rules.yaml"),
        "version: 1\nrules:\n  - {id: x, whem: {}}\n  - {id: x, when: {term: a}, colour: red}\n");

    Ended ended = wirewatch.run("rules", "check", "rules.yaml");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lines())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.startsWith("rules.yaml:") || line.contains("rules.yaml:"));
  }

  @Test
  void rulesMatch_ofALine_saysWhichWords() throws Exception {
    Files.writeString(
        directory.resolve("one.jsonl"),
        "{\"id\":\"a\",\"headline\":\"Gate\",\"body\":\"Guards closed the border.\"}\n");

    Ended ended = wirewatch.run("rules", "match", "--rules", bundled("rules"), "one.jsonl");

    JsonNode match = JSON.readTree(ended.out()).path("matches").path(0);
    assertThat(match.path("rule").asText()).isEqualTo("border");
    assertThat(match.path("text").asText()).isEqualTo("border");
    assertThat(match.path("start").asInt()).isEqualTo(18);
  }

  @Test
  void annotate_ofALine_saysLanguageEntitiesAndRegions() throws Exception {
    Files.writeString(
        directory.resolve("one.jsonl"),
        "{\"id\":\"a\",\"headline\":\"\",\"body\":\"A bridge was opened in Mosul, Iraq.\"}\nbroken\n");

    Ended ended = wirewatch.run("annotate", "one.jsonl");

    JsonNode annotated = JSON.readTree(ended.lines().get(0));
    assertThat(annotated.path("language").asText()).isEqualTo("en");
    assertThat(annotated.path("entities").findValuesAsText("text")).contains("Mosul", "Iraq");
    assertThat(annotated.path("regions").path(0).path("code").asText()).isEqualTo("IQ");
    assertThat(ended.err()).contains("one.jsonl:2");
    assertThat(ended.exit()).isEqualTo(2);
  }

  private static String bundled(String folder) {
    return Path.of("../..", folder).toAbsolutePath().normalize().toString();
  }
}
