package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineWorkTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            directory.resolve("a.jsonl"), "{\"id\":\"1\"}\nno\n\n[]\n{\"id\":\"2\"}\n{\"body\":1}");
  }

  private LineWork work(int threads) {
    Screen screen =
        new Screen(stream(out), stream(err), stream(err), new Screen.Terminal(false, false, true));
    return new LineWork(file.toString(), threads, screen);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void run_ofGoodAndBrokenLines_writesTheGoodAndTellsTheBrokenInTheirOrder(int threads) {
    int exit = work(threads).run(line -> "<" + line.id() + ">");

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("<1>", "<2>");
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            second -> assertThat(second).startsWith(file + ":2: not JSON: "),
            fourth -> assertThat(fourth).isEqualTo(file + ":4: not a JSON object"),
            sixth -> assertThat(sixth).isEqualTo(file + ":6: neither \"id\" nor \"url\""));
    assertThat(exit).isEqualTo(2);
  }

  @Test
  void each_ofWorkThatRefusesALine_tellsItAndGoesOn() {
    List<String> taken = new ArrayList<>();

    int exit =
        work(2)
            .each(
                line -> {
                  if (line.id().equals("1")) {
                    throw new IllegalArgumentException("not this one");
                  }
                  return line.id();
                },
                taken::add);

    assertThat(taken).containsExactly("2");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(file + ":1: not this one");
    assertThat(exit).isEqualTo(2);
  }

  @Test
  void each_takerThatHasEnough_stops() {
    assertThatThrownBy(
            () ->
                work(2)
                    .each(
                        TextLine::id,
                        id -> {
                          throw new Refusal("enough of " + id);
                        }))
        .isInstanceOf(Refusal.class)
        .hasMessage("enough of 1");
  }

  @Test
  void run_ofNoFile_isRefused() {
    file = directory.resolve("none.jsonl");

    assertThatThrownBy(() -> work(2).run(TextLine::id))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no file " + file);
  }
}
