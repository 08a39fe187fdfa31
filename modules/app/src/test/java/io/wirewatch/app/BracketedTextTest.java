package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BracketedTextTest {
  private static final String FILLER =
      "one two three four five six seven eight nine ten ".repeat(10);

  private static AlertWords at(int start, int end) {
    return new AlertWords("body", start, end, "", "");
  }

  private static List<AlertWords> all(String text, String word) {
    return IntStream.range(0, text.length())
        .filter(start -> text.startsWith(word, start))
        .mapToObj(start -> at(start, start + word.length()))
        .toList();
  }

  @Test
  void whole_ofAText_hasBracketsAroundEachWord() {
    String text = "The border at Trebil is a border";

    assertThat(BracketedText.whole(text, all(text, "border")))
        .isEqualTo("The ⟦border⟧ at Trebil is a ⟦border⟧");
  }

  @Test
  void whole_ofWordsThatOverlap_marksTheFirst() {
    assertThat(BracketedText.whole("Islamic State group", List.of(at(0, 13), at(8, 19))))
        .isEqualTo("⟦Islamic State⟧ group");
  }

  @Test
  void around_ofAShortText_isAllOfIt() {
    assertThat(BracketedText.around("The border.", List.of(at(4, 10)))).isEqualTo("The ⟦border⟧.");
  }

  @Test
  void around_ofWordsFarApart_isCutBetweenThemAtWholeWords() {
    String text = FILLER + "border " + FILLER + "border " + FILLER;
    String shown = BracketedText.around(text, all(text, "border"));

    assertThat(shown).startsWith("… ").endsWith(" …").hasSizeLessThan(text.length() / 2);
    assertThat(shown.split(" "))
        .containsOnly(
            "…",
            "⟦border⟧",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten");
    assertThat(shown.split("⟦border⟧")).hasSize(3);
    assertThat(shown.split(" … ")).hasSize(2);
  }

  @Test
  void around_ofWordsNearToEachOther_isOnePart() {
    String text = "border x x border " + FILLER;

    assertThat(BracketedText.around(text, all(text, "border")))
        .startsWith("⟦border⟧ x x ⟦border⟧ one two")
        .endsWith(" …");
  }

  @Test
  void around_ofVeryManyPlaces_showsSix() {
    String text = ("border " + FILLER).repeat(20);

    assertThat(BracketedText.around(text, all(text, "border")).split("⟦border⟧", -1)).hasSize(7);
  }

  @Test
  void around_ofNoWords_isTheBeginning() {
    assertThat(BracketedText.around(FILLER, List.of()))
        .startsWith("one two")
        .endsWith(" …")
        .hasSizeLessThan(300);
  }

  @Test
  void around_ofATextWithoutSpaces_tearsNoCharacter() {
    String odd = "😀".repeat(300) + "-" + "😀".repeat(10);
    String text = odd + "x" + "😀".repeat(10) + "-" + "😀".repeat(300);
    String shown = BracketedText.around(text, List.of(at(odd.length(), odd.length() + 1)));

    assertThat(shown).contains("⟦x⟧").hasSizeLessThan(600);
    assertThat(shown.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
