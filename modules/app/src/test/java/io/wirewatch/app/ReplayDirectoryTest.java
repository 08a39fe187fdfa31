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
