package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelLogTest {
  private static final LabelItem ITEM = new LabelItem("border", "a1", List.of());
  private static final String YES = "{\"article\":\"a1\",\"rule\":\"border\",\"relevant\":true}";
  private static final String NO = "{\"article\":\"a1\",\"rule\":\"border\",\"relevant\":false}";

  @TempDir Path directory;

  @Test
  void add_ofAnAnswer_isALineAtOnceThatLabelFileReads() throws IOException {
    Path file = directory.resolve("labels.jsonl");
    LabelLog log = LabelLog.open(file);

    log.add(ITEM, true);
    assertThat(file).content().isEqualTo(YES + "\n");
    log.add(ITEM, false);

    assertThat(Files.readAllLines(file)).containsExactly(YES, NO);
    assertThat(log.of(ITEM)).contains(false);
    assertThat(LabelFile.read(file).of("border", "a1")).contains(false);
  }

  @Test
  void open_ofAFileWithLabels_knowsThemAndKeepsThem() throws IOException {
    Path file = Files.writeString(directory.resolve("labels.jsonl"), YES + "\n");
    LabelLog log = LabelLog.open(file);

    assertThat(log.of(ITEM)).contains(true);
    assertThat(log.of(new LabelItem("isis", "a1", List.of()))).isEmpty();
    assertThat(file).content().isEqualTo(YES + "\n");
  }

  @Test
  void add_toAFileWhoseLastLineDoesNotEnd_beginsANewOne() throws IOException {
    Path file = Files.writeString(directory.resolve("labels.jsonl"), YES);
    LabelLog.open(file).add(ITEM, false);

    assertThat(Files.readAllLines(file)).containsExactly(YES, NO);
  }

  @Test
  void open_ofAFileThatIsNone_isRefusedAndLeftAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("other.jsonl"), "{\"id\":\"x\"}");

    assertThatThrownBy(() -> LabelLog.open(file))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(file + ":1: a label is");
    assertThat(file).content().isEqualTo("{\"id\":\"x\"}");
  }

  @Test
  void open_inADirectoryThatIsNotThere_isRefused() {
    Path file = directory.resolve("none/labels.jsonl");

    assertThatThrownBy(() -> LabelLog.open(file))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot write the labels to " + file + ": there is no such directory; make it");
  }
}
