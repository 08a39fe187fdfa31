package io.wirewatch.dashboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Field;
import io.wirewatch.Match;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExcerptTest {
  private static final String WORDS = "one two three four five six seven eight nine ten ";

  @Test
  void of_aShortBody_isAllOfItOnOneLine() {
    Excerpt excerpt =
        Excerpt.of(List.of(match(Samples.BODY, "border")), Samples.BODY).orElseThrow();

    assertThat(excerpt.text())
        .isEqualTo("The gate stays shut. Nobody may cross the border before noon.");
    assertThat(marked(excerpt)).containsExactly("border");
  }

  @Test
  void of_aLongBody_isCutBetweenWordsAroundTheFirstMatch() {
    String body = WORDS.repeat(10) + "the border is shut " + WORDS.repeat(10);

    Excerpt excerpt = Excerpt.of(List.of(match(body, "border")), body).orElseThrow();

    assertThat(excerpt.text())
        .isEqualTo(
            "…ten one two three four five six seven eight nine ten the border is shut one two three"
                + " four five six seven eight nine ten one two three four five six seven…");
    assertThat(marked(excerpt)).containsExactly("border");
  }

  @Test
  void of_severalMatches_marksThoseThatAreInIt() {
    String body = "border gate " + WORDS.repeat(20) + "border";
    List<Match> matches =
        List.of(
            new Match(Field.BODY, body.length() - 6, body.length(), "border", "border"),
            match(body, "gate"),
            new Match(Field.HEADLINE, 0, 4, "Gate", "gate"),
            match(body, "border"));

    assertThat(marked(Excerpt.of(matches, body).orElseThrow())).containsExactly("border", "gate");
  }

  @Test
  void of_matchesThatOverlap_marksThemOnce() {
    List<Match> matches =
        List.of(
            match(Samples.BODY, "cross the"),
            match(Samples.BODY, "the border"),
            match(Samples.BODY, "border"));

    assertThat(marked(Excerpt.of(matches, Samples.BODY).orElseThrow()))
        .containsExactly("cross the border");
  }

  @Test
  void of_matchesOfAnotherBody_isNone() {
    assertThat(Excerpt.of(List.of(match(Samples.BODY, "border")), "Another text.")).isEmpty();
    assertThat(Excerpt.of(List.of(match("x" + Samples.BODY, "border")), Samples.BODY)).isEmpty();
    assertThat(Excerpt.of(List.of(new Match(Field.BODY, -1, 5, "border", "b")), "border"))
        .isEmpty();
    assertThat(Excerpt.of(List.of(new Match(Field.BODY, 3, 2, "", "b")), "border")).isEmpty();
    assertThat(
            Excerpt.of(
                List.of(new Match(Field.BODY, 1, Integer.MAX_VALUE, "order", "b")), "border"))
        .isEmpty();
  }

  @Test
  void of_anyBody_isShortWithMarksInsideAndNoHalfCharacters() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String body = body(random);
      int start = random.nextInt(body.length());
      int end = start + 1 + random.nextInt(body.length() - start);
      String text = body.substring(start, end);

      Excerpt excerpt =
          Excerpt.of(List.of(new Match(Field.BODY, start, end, text, "t")), body).orElseThrow();

      assertThat(excerpt.text().length()).as("seed %d", seed).isBetween(1, 164);
      assertThat(excerpt.marks()).as("seed %d", seed).hasSize(1);
      Excerpt.Mark mark = excerpt.marks().get(0);
      assertThat(excerpt.text().substring(mark.start(), mark.end()))
          .as("seed %d", seed)
          .isNotEmpty()
          .isEqualTo(
              body.substring(start, start + mark.end() - mark.start()).replaceAll("\\s", " "));
      assertThat(excerpt.text().codePoints().filter(c -> c >= 0xD800 && c < 0xE000))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  /** Of whole characters, one and two units long; matches begin anywhere. */
  private static String body(Random random) {
    String[] parts = {"a", "b", " ", "\n", "ع", "𝔘"};
    int spaces = random.nextInt(6);
    StringBuilder body = new StringBuilder();
    IntStream.range(0, 1 + random.nextInt(600))
        .forEach(i -> body.append(parts[spaces == 0 ? 5 : random.nextInt(parts.length)]));
    return body.toString();
  }

  private static Match match(String body, String text) {
    int at = body.indexOf(text);
    return new Match(Field.BODY, at, at + text.length(), text, text);
  }

  private static List<String> marked(Excerpt excerpt) {
    return excerpt.marks().stream()
        .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
        .toList();
  }
}
