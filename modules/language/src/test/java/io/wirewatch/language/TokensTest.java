package io.wirewatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  private static List<String> folded(String text) {
    Tokens tokens = Tokens.of(text);
    return IntStream.range(0, tokens.size()).mapToObj(tokens::folded).toList();
  }

  private static List<String> surfaces(String text) {
    Tokens tokens = Tokens.of(text);
    return IntStream.range(0, tokens.size()).mapToObj(tokens::surface).toList();
  }

  @Test
  void of_sentence_givesItsWords() {
    assertThat(folded("Troops left Tal Afar, at 9."))
        .containsExactly("troops", "left", "tal", "afar", "at", "9");
  }

  @Test
  void of_noWords_isEmpty() {
    assertThat(folded(" … — \u0640 \u200F ʿ \u064B ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Da'esh,daesh,Da'esh",
    "Da’esh,daesh,Da’esh",
    "Daʿesh,daesh,Daʿesh",
    "Qur'an,quran,Qur'an",
    "Iraq's,iraq,Iraq",
    "ISIS’s,isis,ISIS",
    "DAÎŞ'ê,dais,DAÎŞ",
    "PKK'an,pkk,PKK",
    "Iraq'ê,iraq,Iraq",
    "داعـش,داعش,داعـش",
    "می‌رود,ميرود,می‌رود",
    "U.S.,us,U.S.",
    "U.S,us,U.S",
    "𐐀𐐁,𐐨𐐩,𐐀𐐁"
  })
  void of_oneWord_foldsItAndCoversIt(String text, String folded, String surface) {
    assertThat(folded("«" + text + "»")).containsExactly(folded);
    assertThat(surfaces("«" + text + "»")).containsExactly(surface);
  }

  @Test
  void of_marksAroundAWord_areNotInItsSpan() {
    assertThat(surfaces("\u200Fداعش\u200F\u200F في")).containsExactly("داعش", "في");
  }

  @Test
  void joined_hyphenatedWord_saysWhichPartsBelongTogether() {
    Tokens tokens = Tokens.of("al-Qaim pull-out - ISIS-held #Islamic_State end");
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.joined(i)) {
        joined.add(tokens.folded(i) + "+" + tokens.folded(i + 1));
      }
    }
    assertThat(joined).containsExactly("al+qaim", "pull+out", "isis+held", "islamic+state");
  }

  @Test
  void spans_anyText_areInOrderAndGiveBackTheWord() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      Tokens tokens = Tokens.of(RandomText.any(random));
      int last = 0;
      for (int i = 0; i < tokens.size(); i++) {
        assertThat(tokens.start(i))
            .as("seed %d, %s", seed, tokens.text())
            .isGreaterThanOrEqualTo(last);
        last = tokens.end(i);
        assertThat(last).as("seed %d, %s", seed, tokens.text()).isGreaterThan(tokens.start(i));
        assertThat(Folding.fold(tokens.surface(i)).replace(".", ""))
            .as("seed %d, %s", seed, tokens.text())
            .isEqualTo(tokens.folded(i))
            .isNotEmpty();
      }
    }
  }

  @Test
  void of_anyAsciiText_findsEachRunOfLettersAndDigits() {
    long seed = 20261129;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      String text = ascii(random);
      List<String> runs =
          Pattern.compile("[A-Za-z0-9]+").matcher(text).results().map(MatchResult::group).toList();

      assertThat(surfaces(text)).as("seed %d, %s", seed, text).isEqualTo(runs);
    }
  }

  /** Longer and shorter than what is looked at in one step; without what joins letters. */
  private static String ascii(Random random) {
    return random
        .ints(random.nextInt(200), 0, 0x80)
        .map(c -> random.nextInt(3) > 0 ? 'a' + c % 26 : c)
        .filter(c -> c != '\'' && c != '`' && c != '.')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void eight_anyPlace_hasItsCodeUnits() {
    Tokens tokens = Tokens.of("aé–Z");

    assertThat(Long.toHexString(tokens.eight(0))).isEqualTo("5affff61");
    assertThat(tokens.eight(4)).isZero();
  }

  @Test
  void of_longRunsOfMarksAndApostrophes_staysLinear() {
    String hostile =
        "a"
            + "\u0301\u0323".repeat(300_000)
            + "'a".repeat(200_000)
            + "a.".repeat(200_000)
            + "\u200D".repeat(200_000);
    assertThat(Tokens.of(hostile).size()).isPositive();
  }
}
