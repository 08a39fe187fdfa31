package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayDirectoryTest {
  @TempDir Path out;

  private static ObjectNode plan() {
    return JsonNodeFactory.instance.objectNode().put("rules", "3f2a");
  }

  private ReplayDirectory open(boolean resumes) {
    return ReplayDirectory.open(Optional.of(out), resumes);
  }

  @Test
  void plan_ofWhatStopped_isTheOneThatWasKept() throws Exception {
    try (ReplayDirectory stopped = open(false)) {
      stopped.keep(plan());
    }

    try (ReplayDirectory again = open(true)) {
      assertThat(again.plan()).contains(plan());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void open_whereAnotherIsAtWork_isRefusedAndLeavesItsWork(boolean resumes) throws Exception {
    try (ReplayDirectory running = open(false)) {
      running.keep(plan());

      assertThatThrownBy(() -> open(resumes))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("another replay is at work in " + out);
      assertThat(running.plan()).contains(plan());
    }
  }

  @Test
  void open_behindOneThatKeptNoPlan_beginsAnew() {
    open(false).close();

    open(false).close();
    assertThat(out.resolve(".work")).doesNotExist();
  }

  @Test
  void open_behindOneThatWasKilledBeforeItRead_beginsAnew() throws Exception {
    Path left = Files.createDirectories(out.resolve(".work/bench")).resolve("CURRENT");
    Files.writeString(left, "");
    Files.writeString(out.resolve(".work/.lock"), "");

    open(false).close();
    assertThat(left).doesNotExist();
  }

  @Test
  void open_whereSomebodyElsesFilesAre_isRefusedAndLeavesThem() throws Exception {
    Path notes = Files.createDirectory(out.resolve(".work")).resolve("notes.txt");
    Files.writeString(notes, "mine");

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not of a replay");
    assertThat(notes).hasContent("mine");
  }

  @Test
  void open_toGoOnWithNothing_isRefusedAndMakesNothing() {
    assertThatThrownBy(() -> open(true))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("no replay stopped in " + out);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void plan_ofAnotherRelease_isRefusedAndSaysWhatToDo() throws Exception {
    try (ReplayDirectory stopped = open(false)) {
      stopped.keep(plan());
      Files.writeString(stopped.work().resolve("plan.json"), plan().toString());
    }

    try (ReplayDirectory again = open(true)) {
      assertThatThrownBy(again::plan)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("another release")
          .hasMessageContaining("delete " + again.work());
    }
  }
}
