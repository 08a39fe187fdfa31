package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.journey.CommandLine.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code annotate} as a process. */
final class AnnotateCommandIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String ENGLISH = ROOT.resolve("samples/english.jsonl").toString();
  private static final String ARABIC = ROOT.resolve("samples/arabic.jsonl").toString();

  @TempDir Path directory;
  private CommandLine wirewatch;

  @BeforeEach
  void prepare() {
    wirewatch = new CommandLine(directory);
  }

  @Test
  void annotate_ofSamplesOnSevenThreads_writesWhatOneWrites() {
    Ended one = wirewatch.run("annotate", "--threads", "1", ENGLISH);
    Ended seven = wirewatch.run("annotate", "--threads", "7", ENGLISH);

    assertThat(one.lines()).hasSize(34);
    assertThat(seven).isEqualTo(one);
  }

  @Test
  void annotate_withAPage_writesBothAndIsSilent() throws IOException {
    Ended ended = wirewatch.run("annotate", ARABIC, "--html", "page.html");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.lines()).hasSize(22);
    assertThat(Files.readString(directory.resolve("page.html")))
        .contains("22 articles", "lang=\"ar\" dir=\"rtl\"", "<svg");
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("page.html", "out", "err", "wirewatch.log");
    }
  }

  @Test
  void annotate_withAPageInNoFolder_isExit2() {
    Ended ended = wirewatch.run("annotate", ENGLISH, "--html", "none/page.html");

    CommandLine.assertRefused(ended, "cannot write none/page.html: there is no such directory");
  }

  @Test
  @Timeout(120)
  void annotate_ofAPipeThatStaysOpen_writesEachLineAsItComes() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(ROOT.resolve("wirewatch").toString(), "annotate", "--threads", "4")
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("WIREWATCH_LOG", directory.resolve("wirewatch.log").toString());
    Process process = builder.start();
    try (Writer in = process.outputWriter();
        BufferedReader out = process.inputReader()) {
      for (String id : List.of("one", "two")) {
        in.write("{\"id\":\"%s\",\"body\":\"A bridge in Mosul, Iraq.\"}\n".formatted(id));
        in.flush();

        assertThat(out.readLine()).startsWith("{\"id\":\"" + id + "\",\"language\":\"en\"");
      }
      assertThat(process.isAlive()).isTrue();
      in.close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
