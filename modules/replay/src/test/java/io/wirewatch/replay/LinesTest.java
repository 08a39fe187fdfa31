package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinesTest {
  @TempDir Path directory;
  private Workbench bench;
  private Lines lines;

  @BeforeEach
  void open() {
    bench = Workbench.open(directory.resolve("bench"));
    lines = new Lines(directory, "alerts", bench);
  }

  @AfterEach
  void close() {
    lines.close();
    bench.close();
  }

  private void commit() {
    lines.keep();
    bench.commit();
  }

  private void reopen() {
    close();
    open();
  }

  private List<String> copied() throws IOException {
    Path file = directory.resolve("copy.jsonl");
    lines.copyTo(file);
    return Files.readAllLines(file);
  }

  @Test
  void copy_ofSeveralPartitions_hasThoseOfTheFirstFirst() throws IOException {
    lines.add(10, "ten");
    lines.add(2, "two");
    lines.add(10, "ten again");
    lines.add(2, "two again");

    assertThat(copied()).containsExactly("two", "two again", "ten", "ten again");
  }

  @Test
  void copy_overAnotherFile_takesItsPlace() throws IOException {
    Files.writeString(directory.resolve("copy.jsonl"), "old\nold\nold\n");
    lines.add(0, "new");

    assertThat(copied()).containsExactly("new");
  }

  @Test
  void lines_afterReopening_areCutBackToTheLastCommit() throws IOException {
    lines.add(0, "committed");
    commit();
    lines.add(0, "x".repeat(1 << 17));
    reopen();

    assertThat(copied()).containsExactly("committed");
  }

  @Test
  void lines_thatWereKeptButNotCommitted_areGoneAfterReopening() throws IOException {
    lines.add(0, "committed");
    commit();
    lines.add(0, "kept");
    lines.keep();
    reopen();

    assertThat(copied()).containsExactly("committed");
  }

  @Test
  void lines_ofAPartitionThatWasNeverCommitted_areGoneAfterReopening() throws IOException {
    lines.add(0, "committed");
    commit();
    lines.add(1, "lost");
    lines.keep();
    reopen();

    assertThat(copied()).containsExactly("committed");

    lines.add(1, "anew");
    assertThat(copied()).containsExactly("committed", "anew");
  }

  @Test
  void add_afterReopening_goesOnBehindTheLastCommit() throws IOException {
    lines.add(0, "الحدود");
    commit();
    lines.add(0, "lost");
    reopen();
    lines.add(0, "second");
    commit();
    reopen();

    assertThat(copied()).containsExactly("الحدود", "second");
  }

  @Test
  void lines_ofAnotherName_areApart() throws IOException {
    try (Lines others = new Lines(directory, "set-aside", bench)) {
      lines.add(0, "alert");
      others.add(0, "set aside");
      commit();
      others.keep();
    }

    assertThat(copied()).containsExactly("alert");
  }
}
