package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelAnswerTest {
  @ParameterizedTest
  @CsvSource({
    "y, YES",
    "n, NO",
    "s, SKIP",
    "b, BACK",
    "q, QUIT",
    "Y, YES",
    "' no\r', NO",
    "Quit, QUIT"
  })
  void of_aLetterOrTheWord_isThatAnswer(String line, LabelAnswer answer) {
    assertThat(LabelAnswer.of(line)).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "yn", "ye", "1", "\u001b[A"})
  void of_somethingElse_isNone(String line) {
    assertThat(LabelAnswer.of(line)).isEmpty();
  }
}
