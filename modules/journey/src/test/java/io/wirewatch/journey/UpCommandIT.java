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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} as a process: alerts and sums, what goes wrong, resuming and stopping. */
final class UpCommandIT {
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
  void upOnce_withAFileOfTargets_endsWhenTheyAreTold() throws Exception {
    Files.writeString(
        directory.resolve("deliver.yaml"), "targets: {log: {file: {path: told.jsonl}}}");

    Ended ended =
        wirewatch.run("up", "page.txt", "--once", "--observed-at", "2025-08-18T10:00:00Z");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines()).hasSize(2);
    // Both alerts are of one event.
    JsonNode told =
        JSON.readTree(
            Files.readString(directory.resolve("told.jsonl")).lines().findFirst().orElseThrow());
    assertThat(told.path("type").asText()).isEqualTo("io.wirewatch.incident.opened");
    assertThat(told.path("data").path("incident").path("rules").size()).isPositive();
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
  void upOnce_ofArticlesDatedHoursAhead_inALandOfOtherDigits_alertsOnThem() throws Exception {
    // Brokers take nothing between steps that is dated more than an hour ahead of their clock.
    String line =
        "{\"source\":\"Basin News\",\"headline\":\"%s\",\"body\":\"The border at %s is open.\",\"publishedAt\":\"%s\"}\n";
    Instant now = Instant.now();
    Files.writeString(
        directory.resolve("articles.jsonl"),
        line.formatted("Open", "Trebil", now.plus(Duration.ofHours(3)))
            + line.formatted("Again", "Rabia", now.plus(Duration.ofHours(23))));

    Ended ended =
        wirewatch.ended(
            wirewatch.start(
                Map.of(
                    "WIREWATCH_JAVA_OPTS",
                    "-XX:TieredStopAtLevel=1 -Duser.language=ar -Duser.country=IQ"),
                "up",
                "articles.jsonl",
                "--once"));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("enriched 2 · alerted 2");
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
    CommandLine.assertRefused(wirewatch.run("up", "nowhere.txt", "--once"), "nowhere.txt");
  }

  @Test
  void up_brokenRuleFile_isExit2AndNamesFileLineAndColumn() throws Exception {
    Files.writeString(
        directory.resolve("rules.yaml"), "version: 1\nrules:\n  - {id: x, whem: {}}\n");

    CommandLine.assertRefused(
        wirewatch.run("up", "page.txt", "--once", "--rules", "rules.yaml"), "rules.yaml:3:");
  }

  @Test
  void up_portInUse_isExit2AndSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      CommandLine.assertRefused(
          wirewatch.run("up", "page.txt", "--once", "--kafka-port", port), port, "--kafka-port");
    }
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
    await(() -> wirewatch.err().contains("published before"));
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

    CommandLine.assertRefused(second, "process id " + first.pid());
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
