package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
  private static final String PAGE =
      """
      Basin News
      2 hours ago
      - Basin News
      Trucks queue at the frontier near Rabia
      Basin News – Mosul Lorries waited for a day at the Rabia crossing, drivers said, after guards looked for members of Daesh.


      Basin News
      a day ago
      - Basin News
      A headline and nothing else
      """;

  @TempDir Path directory;
  private CommandLine wirewatch;

  /** The launcher prepares itself on its first start, and says so. */
  @BeforeAll
  static void startOnce(@TempDir Path scratch) throws Exception {
    Files.writeString(scratch.resolve("page.txt"), PAGE);
    new CommandLine(scratch).run("up", "page.txt", "--once");
  }

  @BeforeEach
  void prepare() throws Exception {
    wirewatch = new CommandLine(directory);
    Files.writeString(directory.resolve("page.txt"), PAGE);
  }

  @Test
  void upOnce_ofAPage_printsAJsonLineAnAlertAndTheSums() throws Exception {
    Ended ended =
        wirewatch.run("up", "page.txt", "--once", "--observed-at", "2025-08-18T10:00:00Z");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines()).hasSize(2);
    JsonNode alert = JSON.readTree(ended.lines().get(0));
    assertThat(alert.fieldNames())
        .toIterable()
        .contains(
            "id",
            "rule",
            "ruleVersion",
            "severity",
            "article",
            "headline",
            "source",
            "language",
            "publishedAt",
            "observedAt",
            "regions",
            "matches");
    assertThat(alert.path("publishedAt").asText()).isEqualTo("2025-08-18T08:00:00Z");
    for (JsonNode match : alert.path("matches")) {
      String field = alert.path("headline").asText();
      if (match.path("field").asText().equals("headline")) {
        assertThat(field.substring(match.path("start").asInt(), match.path("end").asInt()))
            .isEqualTo(match.path("text").asText());
      }
    }
    assertThat(ended.err().lines())
        .containsExactly(
            "rejected: only a headline: the block has no text (page.txt)",
            "read 2 · published 1 · duplicate 0 · rejected 1 · dead-lettered 0 · enriched 1 · alerted 2");
  }

  @Test
  void upOnce_ofLinesWithABrokenOne_namesItsLineAndPublishesTheRest() throws Exception {
    Files.writeString(
        directory.resolve("articles.jsonl"),
        """
        {"source":"Basin News","headline":"Border open","body":"The border at Trebil is open."}
        {"source":"Basin News","headline":"Cut off
        {"source":"Basin News","headline":"Border shut","body":"The border at Trebil is shut."}
        """);

    Ended ended = wirewatch.run("up", "articles.jsonl", "--once");

    assertThat(ended.exit()).isZero();
    assertThat(ended.lines()).hasSize(2);
    assertThat(ended.err())
        .contains("articles.jsonl:2")
        .contains("published 2")
        .contains("rejected 1");
  }

  @Test
  void upOnce_ofAPageWithoutArticles_isExit2AndOneLine() throws Exception {
    Files.writeString(directory.resolve("empty.txt"), "logo\nHome\nAbout us\n");

    Ended ended = wirewatch.run("up", "empty.txt", "--once");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("empty.txt").contains("no article").doesNotContain("\tat ");
  }

  @Test
  void up_missingFile_isExit2AndOneLine() {
    assertRefused(wirewatch.run("up", "nowhere.txt", "--once"), "nowhere.txt");
  }

  @Test
  void up_brokenRuleFile_isExit2AndNamesFileLineAndColumn() throws Exception {
    Files.writeString(
        directory.resolve("rules.yaml"), "version: 1\nrules:\n  - {id: x, whem: {}}\n");

    assertRefused(
        wirewatch.run("up", "page.txt", "--once", "--rules", "rules.yaml"), "rules.yaml:3:");
  }

  @Test
  void up_portInUse_isExit2AndSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertRefused(
          wirewatch.run("up", "page.txt", "--once", "--kafka-port", port), port, "--kafka-port");
    }
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

    assertRefused(ended, "127.0.0.1:1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
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

  @Test
  void up_withData_resumesWithoutAnArticleOrAlertTwice() {
    String[] stayUp = {
      "up", "page.txt", "--data", "kept", "--port", "0", "--kafka-port", "0", "--registry-port", "0"
    };
    Process first = wirewatch.start(stayUp);
    await(() -> wirewatch.out().lines().count() == 2);
    interrupt(first);
    Ended firstEnded = wirewatch.ended(first);
    assertThat(firstEnded.exit()).as(firstEnded.err()).isZero();

    Process second = wirewatch.start(stayUp);
    await(() -> wirewatch.err().contains("published by an earlier run"));
    pause(Duration.ofSeconds(3));
    interrupt(second);
    Ended ended = wirewatch.ended(second);

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("published 0").contains("alerted 0");
  }

  @Test
  void up_stopped_endsWithinFiveSeconds() {
    Process run =
        wirewatch.start(
            "up", "page.txt", "--port", "0", "--kafka-port", "0", "--registry-port", "0");
    await(() -> wirewatch.out().lines().count() == 2);
    long asked = System.nanoTime();
    interrupt(run);
    Ended ended = wirewatch.ended(run);

    assertThat(ended.exit()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void up_twiceOnOneDirectory_theSecondNamesTheFirst() throws Exception {
    Process first =
        wirewatch.start(
            "up",
            "page.txt",
            "--data",
            "kept",
            "--port",
            "0",
            "--kafka-port",
            "0",
            "--registry-port",
            "0");
    await(() -> wirewatch.err().contains("ready"));
    CommandLine other = new CommandLine(Files.createDirectory(directory.resolve("other")));
    Ended second = other.run("up", "--once", "--data", directory.resolve("kept").toString());
    interrupt(first);
    wirewatch.ended(first);

    assertRefused(second, "process id " + first.pid());
  }

  private static void assertRefused(Ended ended, String... saying) {
    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList()).singleElement().asString().contains(List.of(saying));
  }

  private static String bundled(String folder) {
    return Path.of("../..", folder).toAbsolutePath().normalize().toString();
  }

  /** As Ctrl-C does, and as a service manager does. */
  private static void interrupt(Process process) {
    process.destroy();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 90 seconds").isLessThan(end);
      pause(Duration.ofMillis(100));
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
