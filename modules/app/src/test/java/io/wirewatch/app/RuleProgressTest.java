package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is seen of a long load; the looks that a timer takes every 200 ms are taken by hand. */
final class RuleProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private RuleProgress progress(boolean terminal) {
    PrintStream shown = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new RuleProgress(
        new Screen(shown, shown, shown, new Screen.Terminal(true, terminal, true)));
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static void look(RuleProgress progress, int times) {
    for (int i = 0; i < times; i++) {
      progress.look();
    }
  }

  @Test
  void load_onATerminal_showsNumberAndRate() {
    try (RuleProgress progress = progress(true)) {
      progress.read(50_000);
      look(progress, 5);

      assertThat(shown()).isEqualTo("rules: 50,000 read · 50,000 a second");
    }
  }

  @Test
  void phases_oneAfterTheOther_haveRatesOfTheirOwn() {
    try (RuleProgress progress = progress(true)) {
      progress.read(1_000_000);
      look(progress, 5);
      progress.compiled(30_000, 1_000_000);
      look(progress, 5);

      assertThat(shown()).endsWith("rules: 30,000 of 1,000,000 compiled · 30,000 a second");
    }
  }

  @Test
  void load_underASecond_showsNothing() {
    try (RuleProgress progress = progress(true)) {
      progress.read(50_000);
      look(progress, 4);

      assertThat(shown()).isEmpty();
    }
  }

  @Test
  void load_notOnATerminal_showsNothing() {
    try (RuleProgress progress = progress(false)) {
      progress.read(50_000);
      look(progress, 20);

      assertThat(shown()).isEmpty();
    }
  }

  @Test
  void close_takesTheLineAway() {
    RuleProgress progress = progress(true);
    progress.written(1, 2);
    look(progress, 5);

    progress.close();

    assertThat(shown()).endsWith("\r\033[K");
  }
}
