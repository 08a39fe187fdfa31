package io.wirewatch.annotate.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "one two; BLANK",
        "one. Two; SENTENCE",
        "Gen. Two; DOT",
        "J. Two; DOT",
        "one, two; COMMA",
        "one (two; BRACKET",
        "one \"two; QUOTE",
        "one's two; POSSESSIVE",
        "one-two; HYPHEN",
        "one - two; DASH",
        "al - Two; HYPHEN",
        "one/two; SLASH",
        "one: two; DASH",
        "one%two; OTHER"
      })
  void before_secondWord_isWhatStandsThere(String text, Gap gap) {
    assertThat(Gap.before(Tokens.of(text), 1)).isEqualTo(gap);
  }

  @ParameterizedTest
  @CsvSource({
    "Basra, CAPITALIZED",
    "basra, LOWER",
    "ISIS, CAPITALS",
    "J, INITIAL",
    "McGurk, MIXED",
    "iPhone, MIXED",
    "2026, DIGITS",
    "5th, DIGITS_AND_LETTERS",
    "U.S., DOTTED",
    "Ürümqi, CAPITALIZED"
  })
  void shape_ofAWord_isHowItIsWritten(String word, Shape shape) {
    assertThat(Shape.of(word, 0, word.length())).isEqualTo(shape);
  }
}
