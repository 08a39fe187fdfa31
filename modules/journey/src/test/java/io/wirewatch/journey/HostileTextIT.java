package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text that is made to do something to who looks at it, through the command: screens, logs, memory.
 */
final class HostileTextIT {
  /**
   * Clears the screen, names the window, turns the direction, in one and in two bytes; DEL, NEL.
   */
  private static final String EVIL =
      "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eevil\u2066\u007f\u0085\r2026-11-24T00:00:00,000 ERROR forged";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private CommandLine wirewatch;

  @BeforeEach
  void prepare() throws IOException {
    wirewatch = new CommandLine(directory);
    String line =
        JSON.createObjectNode()
            .put("id", "a")
            .put("source", EVIL)
            .put("headline", "Border " + EVIL + " border")
            .put("body", "The border near Mosul, Iraq. " + EVIL)
            .toString();
    Files.writeString(directory.resolve("a.jsonl"), line + "\n");
    Files.writeString(directory.resolve("broken.jsonl"), EVIL + "\n{\"id\":\"" + EVIL + "\n[]\n");
    Files.writeString(directory.resolve("page.txt"), EVIL);
    Files.writeString(
        directory.resolve("rules.yaml"),
        "version: 1\nrules:\n  - {id: r, when: border, \"" + "\\e[2J\\u202e\\u009b" + "\": 1}\n");
    Files.writeString(
        directory.resolve("good.yaml"), "version: 1\nrules:\n  - {id: r, when: border}\n");
    Files.writeString(
        directory.resolve("feed.xml"),
        "<rss version=\"2.0\"><channel><" + EVIL + "></channel></rss>");
  }

  static Stream<Arguments> commands() {
    return Stream.of(
            "annotate a.jsonl",
            "annotate broken.jsonl",
            "annotate " + EVIL,
            "annotate a.jsonl --html page.html",
            "annotate a.jsonl --html " + EVIL + "/page.html",
            "ingest jsonl a.jsonl broken.jsonl --dry-run",
            "ingest page page.txt --dry-run",
            "ingest feed feed.xml --dry-run",
            "ingest page http://127.0.0.1:1/" + EVIL + " --dry-run",
            "rules check rules.yaml",
            "rules check " + EVIL,
            "rules match --rules good.yaml a.jsonl",
            "rules match --rules good.yaml broken.jsonl",
            "rules match --rules rules.yaml a.jsonl",
            "rules explain --rule r --rules good.yaml a.jsonl",
            "rules explain --rule " + EVIL + " --rules good.yaml a.jsonl",
            "rules expand border --on a.jsonl",
            "rules expand " + EVIL,
            "rules stats good.yaml --on a.jsonl",
            "rules diff good.yaml rules.yaml --on a.jsonl",
            "up a.jsonl broken.jsonl --once --rules good.yaml",
            "up --nonsense" + EVIL,
            "-v annotate broken.jsonl",
            EVIL)
        .map(words -> Arguments.of(List.of(words.split(" ", -1))));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_ofHostileText_sendsNothingThatATerminalObeys(List<String> words) throws IOException {
    Ended ended = wirewatch.run(words.toArray(String[]::new));

    assertThat(ended.out() + ended.err()).doesNotContainPattern("[\\p{Cntrl}&&[^\n\t]]");
    assertThat(ended.out() + ended.err())
        .doesNotContainPattern("[\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]")
        .doesNotContain("\n2026-11-24T00:00:00,000 ERROR forged")
        .doesNotContain("an error that should not be");
    Path log = directory.resolve("wirewatch.log");
    if (Files.exists(log)) {
      assertThat(Files.readAllLines(log))
          .noneMatch(line -> line.startsWith("2026-11-24T00:00:00,000"))
          .noneMatch(line -> line.contains("\u001b") || line.contains("\u009b"));
    }
  }

  @Test
  void annotate_ofHostileText_keepsItsOffsets() throws IOException {
    Ended ended = wirewatch.run("rules", "match", "--rules", "good.yaml", "a.jsonl");

    String headline = "Border " + EVIL + " border";
    List<JsonNode> matches = new java.util.ArrayList<>();
    JSON.readTree(ended.lines().get(0)).path("matches").forEach(matches::add);
    assertThat(matches)
        .filteredOn(match -> match.path("field").asText().equalsIgnoreCase("headline"))
        .hasSize(2)
        .allSatisfy(
            match ->
                assertThat(
                        headline.substring(match.path("start").asInt(), match.path("end").asInt()))
                    .isEqualTo(match.path("text").asText()));
  }

  @Test
  void feed_ofAHundredThousandItems_comesThroughInTheCommandsMemory() throws IOException {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Basin</title>");
    for (int number = 0; number < 100_000; number++) {
      feed.append(
          "<item><title>Gate %d</title><link>http://b.example/%d</link><description>It is open.</description></item>"
              .formatted(number, number));
    }
    Files.writeString(directory.resolve("large.xml"), feed.append("</channel></rss>"));

    Ended ended = wirewatch.run("ingest", "feed", "large.xml", "--dry-run");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines()).hasSize(100_000);
  }
}
