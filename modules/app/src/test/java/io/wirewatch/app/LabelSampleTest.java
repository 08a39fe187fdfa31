package io.wirewatch.app;

import static io.wirewatch.app.Replayed.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.replay.finding.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelSampleTest {
  private static final LabelSample.Wish ALL = new LabelSample.Wish(Set.of(), 50, 1, false);
  private static final LabelSample.Wish CHANGES = new LabelSample.Wish(Set.of(), 50, 1, true);

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private void alerts(String... lines) throws IOException {
    Files.write(directory.resolve("alerts.jsonl"), List.of(lines));
  }

  private void changes(String... lines) throws IOException {
    Files.write(directory.resolve("changes.jsonl"), List.of(lines));
  }

  private List<LabelItem> items(LabelSample.Wish wish) {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Screen screen = new Screen(stream, stream, stream, new Screen.Terminal(false, false, true));
    return new LabelSample(directory, wish, screen).items();
  }

  private List<String> articles(LabelSample.Wish wish) {
    return items(wish).stream().map(item -> item.rule() + " " + item.article()).toList();
  }

  @Test
  void items_ofAlerts_showEachWithItsWordsAndTerms() throws IOException {
    alerts(alert("border", "a1").saying("The border opens", "At the border.").by("border").line());

    assertThat(items(ALL))
        .containsExactly(
            new LabelItem(
                "border",
                "a1",
                List.of(
                    "border (high)  2026-01-01 08:00Z  Rafidain Wire",
                    "    The ⟦border⟧ opens",
                    "    ⟦border⟧ (headline: stem of border), ⟦border⟧ (body: stem of border)",
                    "    https://wire.example.org/a1")));
  }

  @Test
  void items_ofAlertsWhoseTextTheChangesHave_showItMarked() throws IOException {
    Replayed opened =
        alert("border", "a1").saying("The border opens", "Now.\nThe border.").by("border");
    alerts(opened.line());
    changes(
        alert("isis", "a1").saying("The border opens", "Now.\nThe border.").change(Verdict.LOST));

    assertThat(items(ALL).get(0).lines())
        .contains("    The ⟦border⟧ opens", "    Now. The ⟦border⟧.");
  }

  @Test
  void items_whoseTextIsAnotherRevision_showWordsInstead() throws IOException {
    alerts(alert("border", "a1").saying("Gate", "At the border.").by("border").line());
    changes(alert("isis", "a1").saying("Gate", "Nothing of it.").change(Verdict.GAINED));

    assertThat(items(ALL).get(0).lines()).contains("    ⟦border⟧ (body: stem of border)");
  }

  @Test
  void items_ofChanges_areGainedAndLostAlertsWithTheirText() throws IOException {
    alerts(alert("border", "same").line());
    changes(
        alert("border", "a1").saying("Gate", "At the border.").by("border").change(Verdict.GAINED),
        alert("isis", "a2").change(Verdict.LOST));

    assertThat(items(CHANGES))
        .satisfiesExactly(
            gained ->
                assertThat(gained.lines())
                    .contains(
                        "border (high)  2026-01-01 08:00Z  Rafidain Wire  gained",
                        "    At the ⟦border⟧."),
            lost -> assertThat(lost.lines().get(0)).endsWith("  lost"));
  }

  @Test
  void items_ofTextThatATerminalWouldObey_haveNothingOfTheKind() throws IOException {
    String evil = "\u001b[2J\u009b2J\u202e\u2066\r\n\u0007 border";
    alerts(
        alert("border", "a1").saying(evil, evil).by("border").line(),
        alert("isis\u001b[2J", "a2").saying(evil, evil).by(evil).line());
    changes(alert("isis", "a1").saying(evil, evil).change(Verdict.GAINED));

    assertThat(items(ALL))
        .hasSize(2)
        .flatExtracting(LabelItem::lines)
        .allSatisfy(line -> assertThat(line).isEqualTo(Printable.line(line)));
  }

  @Test
  void items_ofRetractedAlerts_areNone() throws IOException {
    alerts(alert("border", "a1").retracted().line(), alert("border", "a2").line());

    assertThat(articles(ALL)).containsExactly("border a2");
  }

  @Test
  void items_ofAnAlertThatWasTakenBackAndCameAgain_askOnce() throws IOException {
    alerts(
        alert("border", "a1").line(),
        alert("border", "a1").retracted().line(),
        alert("border", "a1").line());

    assertThat(articles(ALL)).containsExactly("border a1");
  }

  @Test
  void items_ofNamedRules_areOfTheseAlone() throws IOException {
    alerts(alert("border", "a1").line(), alert("isis", "a1").line());

    assertThat(articles(new LabelSample.Wish(Set.of("isis"), 50, 1, false)))
        .containsExactly("isis a1");
  }

  @Test
  void items_ofARuleWithoutAlerts_areRefusedWithTheRulesThatThereAre() throws IOException {
    alerts(alert("border", "a1").line());

    assertThatThrownBy(() -> items(new LabelSample.Wish(Set.of("bordr"), 50, 1, false)))
        .isInstanceOf(Refusal.class)
        .hasMessageEndingWith(
            "has no alert to label of bordr: leave it out of --rules; there are alerts of border");
  }

  @Test
  void items_ofALineThatIsNoAlert_areRefusedWithItsNumber() throws IOException {
    alerts(alert("border", "a1").line(), "{\"id\":\"x\"}");

    assertThatThrownBy(() -> items(ALL))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("alerts.jsonl:2 is no alert of a replay");
  }

  @Test
  void items_ofALineThatIsTornBehindItsHead_areRefusedWithItsNumber() throws IOException {
    String line = alert("border", "a1").line();
    alerts(line.substring(0, line.length() - 1));

    assertThatThrownBy(() -> items(ALL))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("alerts.jsonl:1 is no alert of a replay");
  }

  @Test
  void items_ofALineThatIsTooLong_leaveItOutAndSaySo() throws IOException {
    alerts(
        alert("border", "a1").saying("x".repeat(LineWork.MOST_LINE_BYTES), "").line(),
        alert("border", "a2").line());

    assertThat(articles(ALL)).containsExactly("border a2");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("alerts.jsonl:1: left out");
  }

  @Test
  void items_ofNoAlerts_areRefused() throws IOException {
    alerts();

    assertThatThrownBy(() -> items(ALL))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has no alert to label");
  }

  @Test
  void items_ofADirectoryWithoutResults_areRefused() {
    assertThatThrownBy(() -> items(ALL))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "no alerts.jsonl in " + directory + ": give the --out of a finished replay with --of");
    assertThatThrownBy(() -> items(CHANGES))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "no changes.jsonl in "
                + directory
                + ": replay with --against and --out, or leave --changes out");
  }
}
