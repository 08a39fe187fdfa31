package io.wirewatch.app;

import static io.wirewatch.app.Replayed.alert;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in this process, its standard streams caught. */
final class ReplayLabelCommandTest {
  @TempDir Path directory;
  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path labels;

  @BeforeEach
  void listen() throws IOException {
    labels = directory.resolve("labels.jsonl");
    Files.write(
        directory.resolve("alerts.jsonl"),
        List.of(
            alert("a", "1").line(),
            alert("b", "1").line(),
            alert("c", "1").line(),
            alert("d", "1").line()));
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
  }

  /** Runs it; what is typed is a letter a line. */
  private int answer(String letters, String... more) {
    written.reset();
    said.reset();
    String typed = String.join("\n", letters.split("")) + "\n";
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    String[] words = {
      "replay", "label", "--of", directory.toString(), "--labels", labels.toString()
    };
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return Wirewatch.command().execute(all.toArray(String[]::new));
  }

  private List<String> kept() throws IOException {
    return Files.readAllLines(labels).stream()
        .map(line -> line.replaceAll(".*\"rule\":\"(.)\",\"relevant\":(.).*", "$1$2"))
        .toList();
  }

  private List<String> asked() {
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("(high)"))
        .map(line -> line.substring(0, 1))
        .toList();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void label_ofAllAlerts_keepsEveryAnswer() throws IOException {
    assertThat(answer("ynyn")).isZero();

    assertThat(kept()).containsExactly("at", "bf", "ct", "df");
    assertThat(said()).endsWith("4 of 4 labelled\n");
  }

  @Test
  void label_ofAnAlert_asksForItsRuleAndSaysWhereItIs() {
    answer("yq");

    assertThat(said().lines())
        .containsExactly(
            "[0 of 4 labelled] relevant to a? y / n / s skip / b back / q quit",
            "[1 of 4 labelled] relevant to b? y / n / s skip / b back / q quit",
            "1 of 4 labelled");
  }

  @Test
  void label_again_goesOnWhereItEnded() throws IOException {
    answer("yn");
    answer("yn");

    assertThat(asked()).containsExactly("c", "d");
    assertThat(kept()).containsExactly("at", "bf", "ct", "df");
  }

  @Test
  void label_whereAllIsLabelled_asksNothing() {
    answer("yyyy");

    assertThat(answer("n")).isZero();
    assertThat(asked()).isEmpty();
    assertThat(said()).isEqualTo("4 of 4 labelled\n");
  }

  @Test
  void back_afterAWrongAnswer_appendsTheRightOne() throws IOException {
    answer("ybnq");

    assertThat(asked()).containsExactly("a", "b", "a", "b");
    assertThat(kept()).containsExactly("at", "af");
    assertThat(LabelFile.read(labels).of("a", "1")).contains(false);
  }

  @Test
  void back_afterTheLast_asksItAgain() throws IOException {
    answer("yyyybn");

    assertThat(kept()).containsExactly("at", "bt", "ct", "dt", "df");
  }

  @Test
  void back_fromTheFirst_staysThere() {
    answer("bq");

    assertThat(asked()).containsExactly("a", "a");
    assertThat(said()).contains("this is the first");
  }

  @Test
  void skip_ofAnAlert_keepsNothingAndAsksItTheNextTime() throws IOException {
    answer("sy");
    assertThat(kept()).containsExactly("bt");
    answer("q");

    assertThat(asked()).containsExactly("a");
  }

  @Test
  void label_ofAnAnswerThatIsNone_asksAgain() throws IOException {
    answer("?xy");

    assertThat(kept()).containsExactly("at");
    assertThat(said()).containsOnlyOnce("[1 of 4").contains("that is none of the answers");
  }

  @Test
  void label_ofASmallerSample_asksSoMany() throws IOException {
    answer("yyyyyy", "--sample", "2");

    assertThat(kept()).hasSize(2);
    assertThat(said()).endsWith("2 of 2 labelled\n");
  }

  @Test
  void label_ofSomeRules_asksOfThese() throws IOException {
    answer("yyyy", "--rules", "b,d");

    assertThat(kept()).containsExactly("bt", "dt");
  }

  @Test
  void label_ofASampleThatCannotBe_isExit2() {
    assertThat(answer("y", "--sample", "0")).isEqualTo(2);
    assertThat(said()).isEqualTo("wirewatch: --sample takes 1 to 1000\n");
  }

  @Test
  void label_intoAFileThatIsNone_isExit2AndNamesTheLine() throws IOException {
    Files.writeString(labels, "\nhello\n");

    assertThat(answer("y")).isEqualTo(2);
    assertThat(said()).startsWith("wirewatch: " + labels + ":2: a label is");
    assertThat(asked()).isEmpty();
  }
}
