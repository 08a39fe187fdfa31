package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counter in the last line of a terminal, and the lines that come above it. */
final class ScreenTest {
  private static final String TERMINALS = "wirewatch.terminals";
  private static final String CLEAR = "\r\033[K";

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @AfterEach
  void forget() {
    System.clearProperty(TERMINALS);
  }

  private Screen screen(boolean out, boolean err) {
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return new Screen(stream, stream, stream, new Screen.Terminal(out, err, true));
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void data_onTheTerminalOfTheCounter_standsAboveIt() {
    Screen screen = screen(true, true);
    screen.count("3 done");
    screen.data("{}");

    assertThat(shown()).isEqualTo("3 done" + CLEAR + "{}\n3 done");
  }

  @Test
  void data_thatGoesElsewhere_leavesTheCounterAlone() {
    Screen screen = screen(false, true);
    screen.count("3 done");
    screen.data("{}");

    assertThat(shown()).isEqualTo("3 done{}\n");
  }

  @Test
  void talk_onTheTerminalOfTheCounter_standsAboveItWhereverDataGoes() {
    Screen screen = screen(false, true);
    screen.count("3 done");
    screen.say("line 4 is broken");

    assertThat(shown()).isEqualTo("3 done" + CLEAR + "line 4 is broken\n3 done");
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, false, false",
    "'in,out,err', true, true, true",
    "',out,err', false, true, true",
    "'in,err', true, false, true"
  })
  void terminals_asTheLauncherNamesThem_areKnown(
      String named, boolean in, boolean out, boolean err) {
    System.setProperty(TERMINALS, named);

    assertThat(Screen.Terminal.of(true)).isEqualTo(new Screen.Terminal(out, err, true));
    assertThat(Screen.Terminal.isTyped()).isEqualTo(in);
  }
}
