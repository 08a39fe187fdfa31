package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemarksTest {
  @TempDir Path directory;

  @Test
  void remarks_thatWereCommitted_areThereOnceWhenAReplayGoesOn() {
    try (Workbench bench = Workbench.open(directory)) {
      Remarks.keep(bench, List.of("first gap"));
      bench.commit();
      Remarks.keep(bench, List.of("first gap", "second gap"));
      bench.commit();
      Remarks.keep(bench, List.of("behind the last commit"));
    }

    try (Workbench again = Workbench.open(directory)) {
      assertThat(Remarks.kept(again)).containsExactly("first gap", "second gap");
    }
  }
}
