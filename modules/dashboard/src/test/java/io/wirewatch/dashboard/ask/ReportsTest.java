package io.wirewatch.dashboard.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Reply.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportsTest {
  @TempDir Path directory;
  private Path root;
  private Asked asked;

  @BeforeEach
  void write() throws IOException {
    root = Files.createDirectory(directory.resolve("reports"));
    report("border 2", "2026-02-01T00:00:00Z");
    report("حدود", "2026-03-01T00:00:00Z");
    report("border-1", "2026-01-01T00:00:00Z");
    Files.createDirectory(root.resolve("unfinished"));
    Files.writeString(root.resolve("report.html"), "not in a folder");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    asked = new Asked(new Reports(root.toString()).routes());
  }

  @Test
  void list_ofAFolder_hasWhatHasAPageNewestFirst() {
    JsonNode said = asked.get("/api/reports", Map.of()).json();

    assertThat(said.path("reports").findValuesAsText("name"))
        .containsExactly("حدود", "border 2", "border-1");
    assertThat(said.at("/reports/1/href").asText()).isEqualTo("/reports/border%202/report.html");
    assertThat(said.at("/reports/1/at").asText()).isEqualTo("2026-02-01T00:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/nowhere/at/all"})
  void list_ofNoFolder_isEmpty(String none) {
    JsonNode said = new Asked(new Reports(none).routes()).get("/api/reports", Map.of()).json();

    assertThat(said.path("reports")).isEmpty();
    assertThat(said.path("directory").asText()).isEqualTo(none);
  }

  @Test
  void file_ofAReport_isServedSoThatNothingInItRuns() {
    Reply page = asked.raw("/reports/border 2/report.html");

    assertThat(page.status()).isEqualTo(200);
    assertThat(new String(((Whole) page).content(), StandardCharsets.UTF_8)).isEqualTo("border 2");
    assertThat(page.headers().get("Content-Security-Policy"))
        .startsWith("sandbox; default-src 'none';")
        .doesNotContain("allow-");
    assertThat(((Whole) asked.raw("/reports/حدود/changes.jsonl")).type()).startsWith("text/plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "border-1",
        "border-1/",
        "border-1/nothing.html",
        "border-1/run.js",
        "border-1/.hidden.html",
        "border-1/report.html/",
        "unfinished/report.html",
        "../secret.txt",
        "../reports/border-1/report.html",
        "border-1/../../secret.txt",
        "border-1/..\\..\\secret.txt",
        "./report.html",
        "/report.html",
        "border-1/report.html\u0000.txt",
        "linked/report.html",
        "border-1/linked.txt"
      })
  void file_ofAnythingElse_is404(String path) throws IOException {
    Files.writeString(root.resolve("border-1/run.js"), "x");
    Files.writeString(root.resolve("border-1/.hidden.html"), "x");
    Files.createSymbolicLink(root.resolve("border-1/linked.txt"), directory.resolve("secret.txt"));
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.writeString(outside.resolve("report.html"), "x");
    Files.createSymbolicLink(root.resolve("linked"), outside);

    assertThat(asked.raw("/reports/" + path).status()).isEqualTo(404);
    assertThat(asked.get("/api/reports", Map.of()).json().path("reports")).hasSize(3);
  }

  @Test
  void file_ofMoreThanIsHeldInMemory_is413() throws IOException {
    Path large = root.resolve("border-1/alerts.jsonl");
    try (FileChannel channel =
        FileChannel.open(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), 32 << 20);
    }

    assertThat(asked.raw("/reports/border-1/alerts.jsonl").status()).isEqualTo(413);
  }

  private void report(String name, String at) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    Path page = Files.writeString(folder.resolve("report.html"), name);
    Files.setLastModifiedTime(page, FileTime.from(Instant.parse(at)));
    Files.write(folder.resolve("changes.jsonl"), List.of("{}"));
  }
}
