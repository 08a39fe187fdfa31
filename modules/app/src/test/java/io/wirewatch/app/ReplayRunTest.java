package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in this process, on articles in files, its standard streams caught. */
final class ReplayRunTest {
  @TempDir Path directory;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path articles;
  private Path rules;
  private Path report;

  @BeforeEach
  void prepare() throws IOException {
    articles = directory.resolve("articles.jsonl");
    Files.writeString(articles, article("The ferry is late") + article("The bridge is open"));
    rules = rules("mine", "ferry");
    report = directory.resolve("report");
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(out);
    System.setErr(err);
  }

  private static String article(String text) {
    return "{\"source\":\"Delta Post\",\"headline\":\"%s\",\"body\":\"%<s.\"}%n".formatted(text);
  }

  private Path rules(String name, String id) throws IOException {
    return Files.writeString(
        directory.resolve(name + ".yaml"),
        "version: 1\nrules:\n  - {id: %s, when: {term: ferry}}\n".formatted(id));
  }

  /** Runs it; what it says is in {@link #said}. */
  private int replay(String... more) {
    said.reset();
    String[] words = {"replay", "--input", articles.toString(), "--rules", rules.toString()};
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return Wirewatch.command().execute(all.toArray(String[]::new));
  }

  private int replayInto(Path out, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--out", out.toString()));
    return replay(all.toArray(String[]::new));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void failOn_aConditionThatHolds_isExit1() {
    assertThat(replay("--fail-on", "ferry.alerts>0")).as(said()).isEqualTo(1);
    assertThat(said()).contains("ferry.alerts>0 holds: it is 1");
  }

  @Test
  void failOn_aConditionThatDoesNotHold_isExit0() throws IOException {
    String other = rules("other", "boat").toString();

    assertThat(replay("--fail-on", "ferry.lost>0", "--against", other)).as(said()).isZero();
    assertThat(replay("--fail-on", "boat.lost>1", "--against", other)).as(said()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"before>0", "gained>0", "lost>0", "same<1", "pages-before>9", "ferry.lost>0"})
  void failOn_aComparisonWithNothing_isRefusedBeforeAnythingIsRead(String condition) {
    assertThat(replayInto(report, "--fail-on", condition)).isEqualTo(2);

    assertThat(said())
        .isEqualTo(
            "wirewatch: --fail-on '%s' compares: say with what by --against\n"
                .formatted(condition));
    assertThat(report).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"precision<0.9", "ferry.recall<1"})
  void failOn_aShareWithoutLabels_isRefusedBeforeAnythingIsRead(String condition) {
    assertThat(replayInto(report, "--fail-on", condition)).isEqualTo(2);

    assertThat(said())
        .isEqualTo(
            "wirewatch: --fail-on '%s' needs labels: give them with --labels\n"
                .formatted(condition));
    assertThat(report).doesNotExist();
  }

  @Test
  void failOn_aRuleThatIsNowhere_isRefusedBeforeAnythingIsRead() {
    assertThat(replayInto(report, "--fail-on", "fery.alerts>0")).isEqualTo(2);

    assertThat(said())
        .isEqualTo(
            "wirewatch: --fail-on 'fery.alerts>0' is of a rule that is not there, fery: give the id of one that is replayed, compared or labelled\n");
    assertThat(report).doesNotExist();
  }

  @Test
  void failOn_aRuleThatOnlyLabelsHave_isTaken() throws IOException {
    Path labels = directory.resolve("labels.jsonl");
    Files.writeString(labels, "{\"article\":\"1\",\"rule\":\"gone\",\"relevant\":true}\n");

    assertThat(replay("--fail-on", "gone.recall<1", "--labels", labels.toString()))
        .as(said())
        .isZero();
  }

  @Test
  void out_thatTakesNoReport_isGoneOnWithByResume() throws IOException {
    Path inTheWay = Files.createDirectories(report.resolve("report.json"));
    assertThat(replayInto(report)).isEqualTo(2);
    Files.delete(inTheWay);

    assertThat(replayInto(report, "--resume")).as(said()).isZero();
    assertThat(report.resolve("report.json")).isRegularFile();
    assertThat(report.resolve(".work")).doesNotExist();
  }

  @Test
  void input_thatIsNotThere_leavesOutAsItWas() throws IOException {
    Path there = articles;
    articles = directory.resolve("artciles.jsonl");
    assertThat(replayInto(report)).isEqualTo(2);
    assertThat(said()).contains("no such file");
    articles = there;

    assertThat(replayInto(report)).as(said()).isZero();
  }

  @Test
  void toTopic_ofAClusterThatIsNotThere_leavesOutAsItWas() {
    assertThat(replayInto(report, "--to-topic", "mine", "--bootstrap-servers", "127.0.0.1:1"))
        .isEqualTo(2);

    assertThat(replayInto(report)).as(said()).isZero();
  }

  @Test
  void out_ofAnEarlierComparison_losesItsChanges() throws IOException {
    replayInto(report, "--against", rules("other", "boat").toString());
    assertThat(report.resolve("changes.jsonl")).isNotEmptyFile();

    assertThat(replayInto(report)).as(said()).isZero();
    assertThat(report.resolve("changes.jsonl")).doesNotExist();
    assertThat(report.resolve("alerts.jsonl")).isNotEmptyFile();
  }

  /** A replay that could not write its report, so that it can go on. */
  private void stopped(String... more) throws IOException {
    Path inTheWay = Files.createDirectories(report.resolve("report.json"));
    replayInto(report, more);
    Files.delete(inTheWay);
  }

  @Test
  void resume_withLabelsOfOtherArticles_isRefused() throws IOException {
    stopped();
    Path labels = directory.resolve("labels.jsonl");
    Files.writeString(labels, "{\"article\":\"1\",\"rule\":\"ferry\",\"relevant\":true}\n");

    assertThat(replayInto(report, "--resume", "--labels", labels.toString())).isEqualTo(2);
    assertThat(said()).contains("the replay that stopped had labelled ");
  }

  @Test
  void resume_withOtherLabelsOfTheSameArticles_goesOn() throws IOException {
    Path labels = directory.resolve("labels.jsonl");
    Files.writeString(labels, "{\"article\":\"1\",\"rule\":\"ferry\",\"relevant\":true}\n");
    stopped("--labels", labels.toString());
    Files.writeString(labels, "{\"article\":\"1\",\"rule\":\"boat\",\"relevant\":false}\n");

    assertThat(replayInto(report, "--resume", "--labels", labels.toString())).as(said()).isZero();
  }

  @Test
  void resume_toATopicAsWell_isRefused() throws IOException {
    stopped();

    assertThat(replayInto(report, "--resume", "--to-topic", "mine")).isEqualTo(2);
    assertThat(said()).contains("the replay that stopped had toTopic ");
  }

  @Test
  void resume_onAFileThatIsAnotherByNow_isRefused() throws IOException {
    stopped();
    Files.writeString(articles, article("The ferry is here"));

    assertThat(replayInto(report, "--resume")).isEqualTo(2);
    assertThat(said())
        .contains("the files of --input are not as they were when the replay that stopped began");
  }
}
