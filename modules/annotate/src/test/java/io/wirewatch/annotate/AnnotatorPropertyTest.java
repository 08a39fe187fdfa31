package io.wirewatch.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: spans give it back, are sorted and disjoint, and weights keep their order. */
class AnnotatorPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "Baghdad",
          "al-Qaim",
          "Ain al-Asad",
          "ISIS",
          "US",
          "U.S.",
          "Iraq's",
          "Iraqi army",
          "Paris, Texas",
          "Minister Ali Hassan al-Amin",
          "بغداد",
          "وبالرقة",
          "للعراق",
          "داعـش",
          "لِداعش",
          "محافظة الأنبار",
          "وزارة الدفاع العراقية",
          "العميد سعد كريم الدليمي",
          "هەولێر",
          "لەهەولێرو",
          "سوریاوە",
          "به\u200cعشیقه\u200c",
          "Hewlêrê",
          "DAÎŞ'ê",
          "Sûriyeyê",
          "𝓑aghdad",
          "😀",
          "𐎠𐎡",
          "\ud800",
          "e\u0301",
          "ـــ",
          "\u200f",
          ". ",
          ", ",
          "\n",
          " – ",
          "(",
          ")",
          "“",
          "'",
          "’s",
          "-",
          " ",
          "  ",
          "the",
          "in",
          "al",
          "و",
          "ل",
          "لل",
          "12",
          "٣",
          "\uFEFB\u0628\u063A\u062F\u0627\u062F",
          "\u0648\uFEFC\u0627\u0646",
          "\uFDF2",
          "\uFE8D\uFEDF\uFECC\uFEAE\uFE8D\uFED5");

  private static final Annotator ANNOTATOR = Annotator.bundled();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void annotate_anyText_givesSpansOfTheText(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 250; round++) {
      ArticleText article =
          new ArticleText(text(random, 8), text(random, 40), text(random, 2), language(random));
      Annotation annotation = ANNOTATOR.annotate(article);
      for (Entity entity : annotation.entities()) {
        assertThat(entity.text())
            .as("seed %d: %s", seed, article)
            .isNotEmpty()
            .isEqualTo(article.in(entity.field()).substring(entity.start(), entity.end()));
      }
      assertDisjoint(annotation.entities(), seed);
      assertThat(annotation.regions())
          .as("seed %d", seed)
          .allSatisfy(r -> assertThat(r.weight()).isBetween(0.0, 1.0));
      assertThat(ANNOTATOR.annotate(article)).as("seed %d: twice", seed).isEqualTo(annotation);
    }
  }

  private static void assertDisjoint(List<Entity> entities, long seed) {
    for (int i = 1; i < entities.size(); i++) {
      Entity before = entities.get(i - 1);
      Entity after = entities.get(i);
      boolean ordered =
          before.field().compareTo(after.field()) < 0
              || (before.field() == after.field() && before.end() <= after.start());
      assertThat(ordered).as("seed %d: %s then %s", seed, before, after).isTrue();
    }
  }

  private static String language(Random random) {
    return List.of("en", "ar", "ckb", "kmr", "other", "").get(random.nextInt(6));
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(4) > 0) text.append(' ');
    }
    return text.toString();
  }
}
