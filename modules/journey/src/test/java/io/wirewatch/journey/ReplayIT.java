package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} on articles in files, as a process. */
final class ReplayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = Integer.getInteger("replay.articles", 100_000);
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String OBSERVED = "2025-08-20T10:00:00Z";
  private static final List<String> SAMPLES =
      Stream.of("english", "arabic", "kurdish", "updates")
          .map(name -> ROOT.resolve("samples/" + name + ".jsonl").toString())
          .toList();

  @TempDir Path directory;
  private CommandLine wirewatch;

  @BeforeEach
  void prepare() {
    wirewatch = new CommandLine(directory);
  }

  @Test
  void samples_haveTheAlertsByteForByteThatTheyHaveLive() throws Exception {
    List<String> live = new ArrayList<>(List.of("up", "--once", "--observed-at", OBSERVED));
    live.addAll(SAMPLES);
    String alerts = wirewatch.run(live.toArray(String[]::new)).out();

    Ended ended = replay("--observed-at", OBSERVED, "--out", "report");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(alerts.lines().count()).isGreaterThan(40);
    assertThat(Files.readString(directory.resolve("report/alerts.jsonl"))).isEqualTo(alerts);
  }

  @Test
  void oneWordChanged_saysWhatIsGainedAndLost_andFailsWhereAsked() throws Exception {
    Path mine = changedRules();

    Ended ended =
        replay(
            "--rules",
            mine.toString(),
            "--against",
            ROOT.resolve("rules").toString(),
            "--skip-tests",
            "--fail-on",
            "lost>0",
            "--fail-on",
            "border.gained>1000",
            "--out",
            "report");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err()).contains("lost>0 holds").doesNotContain("gained>1000 holds");
    JsonNode report = report("report");
    assertThat(report.path("complete").asBoolean()).isTrue();
    long lost = report.path("alerts").path("lost").asLong();
    assertThat(lost).isPositive();
    assertThat(report.path("alerts").path("same").asLong()).isPositive();
    List<JsonNode> changes =
        Files.readAllLines(directory.resolve("report/changes.jsonl")).stream()
            .map(ReplayIT::json)
            .toList();
    assertThat(changes)
        .filteredOn(change -> change.path("verdict").asText().equals("lost"))
        .hasSize((int) lost)
        .allSatisfy(
            change -> {
              assertThat(change.path("alert").path("rule").asText()).isEqualTo("border");
              assertThat(change.path("text").path("body").asText()).isNotEmpty();
              assertThat(change.path("why").path("now").path("matches").asBoolean()).isFalse();
              assertThat(change.path("why").path("before").path("matches").asBoolean()).isTrue();
              assertThat(change.path("alert").path("matches").size()).isPositive();
            });
  }

  @Test
  void rulesWhoseTestsFail_areNotReplayed() throws Exception {
    Path rules =
        Files.writeString(
            directory.resolve("tested.yaml"),
            """
            version: 1
            rules:
              - id: ferry
                when: {term: ferry}
                tests: [{text: "The bridge is open", expect: [bridge]}]
            """);

    Ended ended = replay("--rules", rules.toString(), "--out", "report");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("rule ferry").contains("1 tests of the rules fail");
    assertThat(directory.resolve("report")).doesNotExist();
  }

  @Test
  void range_countsOnlyArticlesOfThatTime() throws Exception {
    Ended ended =
        replay("--from", "2025-08-18T00:00Z", "--to", "2025-08-19T00:00+00:00", "--out", "report");

    assertThat(ended.exit()).as(ended.err()).isZero();
    JsonNode report = report("report");
    assertThat(report.path("records").path("outside").asLong()).isPositive();
    assertThat(report.path("records").path("warm-up").asLong()).isPositive();
    assertThat(report.path("days")).hasSize(1);
    assertThat(report.path("days").get(0).path("day").asText()).isEqualTo("2025-08-18");
  }

  @Test
  void labels_givePrecisionAndRecall() throws Exception {
    assertThat(replay("--out", "first").exit()).isZero();
    List<JsonNode> alerts =
        Files.readAllLines(directory.resolve("first/alerts.jsonl")).stream()
            .map(ReplayIT::json)
            .filter(alert -> alert.path("rule").asText().equals("border"))
            .filter(alert -> alert.path("status").asText().equals("NEW"))
            .toList();
    String missed =
        Files.readAllLines(directory.resolve("first/alerts.jsonl")).stream()
            .map(ReplayIT::json)
            .map(alert -> alert.path("article").asText())
            .filter(id -> alerts.stream().noneMatch(a -> a.path("article").asText().equals(id)))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        directory.resolve("labels.jsonl"),
        label("article", alerts.get(0).path("article").asText(), true)
            + label("url", alerts.get(1).path("url").asText(), true)
            + label("article", alerts.get(2).path("article").asText(), false)
            + label("article", missed, true)
            + label("article", "not-in-this-history", true));

    Ended ended = replay("--labels", "labels.jsonl", "--out", "second");

    assertThat(ended.exit()).as(ended.err()).isZero();
    JsonNode labelled = report("second").path("alerts").path("labelled");
    assertThat(labelled.path("precision").asDouble()).isEqualTo(2 / 3.0);
    assertThat(labelled.path("recall").asDouble()).isEqualTo(2 / 3.0);
  }

  @Test
  void stoppedInTheMiddle_saysSo_andGoesOnToTheSameAlerts() throws Exception {
    String[] words = {
      "replay", "--input", trucks().toString(), "--observed-at", OBSERVED, "--out", "report"
    };

    Ended stopped = stoppedInTheMiddle(words);

    assertThat(stopped.exit()).as(stopped.err()).isZero();
    assertThat(stopped.err()).contains("--resume goes on");
    assertThat(report("report").path("complete").asBoolean()).isFalse();
    CommandLine.assertRefused(wirewatch.run(words), "--resume");

    List<String> again = new ArrayList<>(List.of(words));
    again.add("--resume");
    Ended ended = wirewatch.run(again.toArray(String[]::new));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(report("report").path("complete").asBoolean()).isTrue();
    assertThat(report("report").path("records").path("read").asLong()).isEqualTo(30_000);
    assertThat(report("report").path("remarks").toString())
        .contains("pieces of the inputs that are no articles: 1;");
    String resumed = Files.readString(directory.resolve("report/alerts.jsonl"));
    words[words.length - 1] = "whole";
    assertThat(wirewatch.run(words).exit()).isZero();
    assertThat(resumed).isEqualTo(Files.readString(directory.resolve("whole/alerts.jsonl")));
    assertThat(directory.resolve("report/.work")).doesNotExist();
  }

  @Test
  void stoppedInTheMiddle_withSomethingToGuard_isExit1() throws Exception {
    Ended stopped =
        stoppedInTheMiddle(
            "replay",
            "--input",
            trucks().toString(),
            "--fail-on",
            "alerts>1000000",
            "--out",
            "report");

    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(1);
    assertThat(stopped.err()).contains("not complete").doesNotContain("holds");
  }

  private Path trucks() throws IOException {
    Path many = directory.resolve("many.jsonl");
    try (var out = Files.newBufferedWriter(many)) {
      out.write("{\"source\":\"Basin News\"}\n");
      for (int i = 0; i < 30_000; i++) {
        out.write(
            "{\"source\":\"Basin News\",\"headline\":\"Trucks %d at the border\",\"body\":\"Lorries waited at the Rabia crossing for %d hours, drivers said.\"}%n"
                .formatted(i, i % 40));
      }
    }
    return many;
  }

  /** A replay into {@code report} that is told to stop once it has raised alerts. */
  private Ended stoppedInTheMiddle(String... words) throws Exception {
    Process process = wirewatch.start(words);
    Path bench = directory.resolve("report/.work/alerts-0.jsonl");
    while (process.isAlive() && (!Files.exists(bench) || Files.size(bench) == 0)) {
      Thread.sleep(20);
    }
    process.destroy();
    return wirewatch.ended(process);
  }

  /** All that the process takes, not its heap alone; Linux tells it. */
  @Test
  void manyArticles_needNoMoreThan512Mebibytes() throws Exception {
    Path many = directory.resolve("many.jsonl");
    Instant first = Instant.parse("2024-01-01T00:00:00Z");
    try (var out = Files.newBufferedWriter(many)) {
      for (int i = 0; i < MANY; i++) {
        out.write(
            "{\"source\":\"Basin News\",\"headline\":\"Lorry %d\",\"body\":\"%s\",\"publishedAt\":\"%s\"}%n"
                .formatted(
                    i,
                    i % 50 == 0 ? "It waits at the border." : "It goes on.",
                    first.plusSeconds(30L * i)));
      }
    }
    Process process =
        wirewatch.start(
            Map.of("WIREWATCH_JAVA_OPTS", "-Xmx200m"),
            "replay",
            "--input",
            many.toString(),
            "--out",
            "report");
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long mostKibibytes = 0;
    while (process.isAlive()) {
      mostKibibytes = Math.max(mostKibibytes, peak(status));
      Thread.sleep(100);
    }
    Ended ended = wirewatch.ended(process);

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(report("report").path("records").path("examined").asLong()).isEqualTo(MANY);
    assertThat(report("report").path("alerts").path("now").asLong()).isEqualTo(MANY / 50);
    assertThat(mostKibibytes).isLessThan(512 * 1024);
  }

  private static long peak(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  @Test
  void wrongQuestions_areRefusedWithTheRightForm() {
    CommandLine.assertRefused(replay("--from", "2025-08-18T00:00"), "2026-01-31T08:00Z");
    CommandLine.assertRefused(
        replay("--from", "2025-08-19T00:00Z", "--to", "2025-08-18T00:00Z"), "turn them round");
    CommandLine.assertRefused(replay("--fail-on", "colour>3"), "lost>0");
    CommandLine.assertRefused(replay("--against", "live"), "cluster");
    CommandLine.assertRefused(replay("--resume"), "--out");
  }

  private Ended replay(String... more) {
    List<String> words = new ArrayList<>(List.of("replay"));
    words.add("--input");
    words.addAll(SAMPLES);
    words.addAll(List.of(more));
    return wirewatch.run(words.toArray(String[]::new));
  }

  /** The bundled rules, but that a frontier is none. */
  private Path changedRules() throws IOException {
    Path mine = Files.createDirectory(directory.resolve("mine"));
    try (Stream<Path> files = Files.list(ROOT.resolve("rules"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            mine.resolve(file.getFileName()), text.replace("{term: frontier,", "{term: tollgate,"));
      }
    }
    return mine;
  }

  private JsonNode report(String out) throws IOException {
    return JSON.readTree(Files.readString(directory.resolve(out + "/report.json")));
  }

  private static String label(String name, String value, boolean relevant) {
    return "{\"%s\":\"%s\",\"rule\":\"border\",\"relevant\":%b}%n".formatted(name, value, relevant);
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException broken) {
      throw new AssertionError(line, broken);
    }
  }
}
