package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of long work on lines; the looks that a timer takes are taken by hand. */
final class LineProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private LineProgress progress(boolean terminal, long size) {
    PrintStream shown = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new LineProgress(
        new Screen(shown, shown, shown, new Screen.Terminal(true, terminal, true)), size);
  }

  private static void work(LineProgress progress, int articles, long bytes) {
    for (int i = 0; i < articles; i++) {
      progress.article();
    }
    progress.bytes(bytes);
    for (int look = 0; look < 5; look++) {
      progress.look();
    }
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void work_onAFile_showsNumberRatePartAndTimeLeft() {
    try (LineProgress progress = progress(true, 1_000_000)) {
      work(progress, 1_500, 250_000);

      assertThat(shown())
          .isEqualTo("articles: 1,500 done · 1,500 a second · ██░░░░░░░░ 25% · 3 s left");
    }
  }

  @Test
  void work_onAnInputWithoutSize_showsNumberAndRate() {
    try (LineProgress progress = progress(true, LineProgress.UNKNOWN)) {
      work(progress, 1_500, 250_000);

      assertThat(shown()).isEqualTo("articles: 1,500 done · 1,500 a second");
    }
  }

  @ParameterizedTest
  @CsvSource({"59, 59 s", "61, 1 min", "3599, 59 min", "3601, 1 h", "100000, 27 h"})
  void timeLeft_ofLongWork_isRounded(long seconds, String said) {
    try (LineProgress progress = progress(true, 1 + seconds)) {
      work(progress, 1, 1);

      assertThat(shown()).endsWith("· " + said + " left");
    }
  }

  @Test
  void work_onAFileThatGrows_isNeverOverAHundredPercent() {
    try (LineProgress progress = progress(true, 10)) {
      work(progress, 1, 20);

      assertThat(shown()).endsWith("██████████ 100% · 0 s left");
    }
  }

  @Test
  void line_ofALargeFile_fitsATerminal() {
    try (LineProgress progress = progress(true, 1_000_000)) {
      work(progress, 99_999, 1);

      assertThat(shown()).hasSizeLessThan(80).contains("99,999 a second");
    }
  }

  @Test
  void work_thatHasReadNothing_showsNothing() {
    try (LineProgress progress = progress(true, LineProgress.UNKNOWN)) {
      work(progress, 0, 0);

      assertThat(shown()).isEmpty();
    }
  }

  @Test
  void work_notOnATerminal_showsNothing() {
    try (LineProgress progress = progress(false, 10)) {
      work(progress, 1, 5);

      assertThat(shown()).isEmpty();
    }
  }
}
