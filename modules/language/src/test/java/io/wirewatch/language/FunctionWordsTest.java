package io.wirewatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionWordsTest {
  private final FunctionWords functionWords = new FunctionWords();

  /** Codes of the languages that the only word of a text is one of. */
  private List<String> languages(String text) {
    Tokens words = Tokens.of(text);
    assertThat(words.size()).isEqualTo(1);
    int found = functionWords.languages(words, 0);
    List<String> codes = functionWords.codes();
    return codes.stream().filter(code -> (found >> codes.indexOf(code) & 1) == 1).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "the, en",
    "THE, en",
    "The, en",
    "which, en",
    "government, en", // Longer than what fits into a number.
    "t.h.e., en", // An acronym is folded without its dots.
    "في, ar",
    "für, de",
  })
  void languages_ofAFunctionWord_haveIts(String word, String language) {
    assertThat(languages(word)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mosul", "the1", "12345678", "thex", "th", "governmental", "thethethe"})
  void languages_ofAnotherWord_areNotEnglish(String word) {
    assertThat(languages(word)).doesNotContain("en");
  }
}
