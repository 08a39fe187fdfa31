package io.wirewatch.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.app.page.Excerpt.Kind;
import io.wirewatch.app.page.Excerpt.Piece;
import io.wirewatch.app.page.Excerpt.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExcerptTest {
  /** Marks in brackets, gaps as dots. */
  private static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case PLAIN -> piece.text();
                  case MARKED -> "[" + piece.text() + "]";
                  case GAP -> "…";
                })
        .collect(Collectors.joining());
  }

  @Test
  void excerpt_ofAShortText_isAllOfIt() {
    assertThat(shown(Excerpt.of("one two three", List.of(new Range(4, 7)), 100)))
        .isEqualTo("one [two] three");
  }

  @Test
  void marks_thatOverlap_areOne() {
    List<Range> marks = List.of(new Range(4, 9), new Range(0, 5), new Range(4, 7));

    assertThat(shown(Excerpt.of("one two three", marks, 100))).isEqualTo("[one two t]hree");
  }

  @Test
  void excerpt_withoutMarks_isTheBeginningUpToAWordsEnd() {
    assertThat(shown(Excerpt.of("one two three", List.of(), 9))).isEqualTo("one two…");
  }

  @Test
  void beginning_ofALongText_endsInDots() {
    assertThat(Excerpt.beginning("one two three", 9)).isEqualTo("one two…");
    assertThat(Excerpt.beginning("one two three", 13)).isEqualTo("one two three");
  }

  @Test
  void excerpt_ofTwoPlacesFarApart_hasAGapBetween() {
    String text = "first " + "a ".repeat(500) + "last";
    List<Range> marks = List.of(new Range(0, 5), new Range(1006, 1010));

    assertThat(shown(Excerpt.of(text, marks, 200))).matches("\\[first\\][ a]+…[ a]+\\[last\\]");
  }

  @Test
  void excerpt_ofACharacterInTwoHalves_hasBothOrNone() {
    String text = "😀".repeat(400);

    for (Piece piece : Excerpt.of(text, List.of(new Range(300, 302)), 201)) {
      assertThat(piece.text().codePoints()).allMatch(c -> c == 0x1F600);
    }
  }

  @Test
  void excerpt_ofAnything_isInOrderAndNotLongerThanItMay() {
    long seed = 20261129;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String text =
          random
              .ints(random.nextInt(1, 3_000), 0, 7)
              .mapToObj(c -> "ab c\ndé".substring(c, c + 1))
              .collect(Collectors.joining());
      List<Range> marks = new ArrayList<>();
      for (int count = random.nextInt(6); count > 0; count--) {
        int start = random.nextInt(text.length());
        marks.add(new Range(start, random.nextInt(start, text.length()) + 1));
      }
      int most = random.nextInt(50, 1_500);

      List<Piece> pieces = Excerpt.of(text, marks, most);

      int at = 0;
      int length = 0;
      for (Piece piece : pieces) {
        int found = text.indexOf(piece.text(), at);
        assertThat(found).as("seed %d round %d", seed, round).isNotNegative();
        at = piece.kind() == Kind.GAP ? at : found + piece.text().length();
        length += piece.text().length();
      }
      assertThat(length).as("seed %d round %d", seed, round).isPositive().isLessThanOrEqualTo(most);
      if (text.length() <= most) {
        assertThat(length).isEqualTo(text.length());
      }
    }
  }
}
