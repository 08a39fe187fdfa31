package io.wirewatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.Folding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetsTest {
  private static final List<String> PIECES =
      List.of(
          "ISIS",
          "Da'esh",
          "Da’esh",
          "daesh",
          "border",
          "Borders",
          "pull",
          "out",
          "pull-out",
          "لداعش",
          "داعـش",
          "داعش",
          "الحُدُود",
          "حدود",
          "سنوور",
          "سنووره‌كان",
          "DAÎŞ'ê",
          "sînorê",
          "sı\u0302nor",
          "e\u0301",
          "'",
          "’s",
          "-",
          "_",
          ".",
          " ",
          " ",
          " ",
          "\n",
          "\u200F",
          "\u200C",
          "\u200D",
          "\u0640",
          "\u064E",
          "👍",
          "𝔸",
          "\uD800",
          "\uDC00",
          "٣",
          "دا\u200Dعش",
          "حد\u200Cود",
          "سن\u200Dوور",
          "سنووره\u200Cکان",
          "\u200Fداعش\u200F",
          "\u2067ISIS\u2069",
          "\u202Bالحدود\u202C",
          "الحُ\u0651دود",
          "DAIS\u0327",
          "𝔹order",
          "border\u0323\u0301",
          "ISIS👍\u200D🔥",
          "\uFEFF");

  private static final RuleSet RULES =
      Given.ruleSet(
          """
          version: 1
          defaults: {match: exact}
          rules:
            - {id: words, when: {any: [ISIS, daesh, border, pullout, {exact: داعش, clitics: true}, حدود, سنوور, DAIŞ, sînorê]}}
            - {id: stems, match: stem, when: {any: [border, حدود, سنوور, sînor, {prefix: bord}]}}
            - {id: phrases, when: {any: [{phrase: "pull out", slop: 3}, {near: {within: 5, of: [border, ISIS]}}]}}
          """);

  private static String anyText(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @Test
  void spans_inAnyText_giveBackTheTextAndHoldTheTerm() {
    long seed = 20261123;
    Random random = new Random(seed);
    int spans = 0;
    for (int round = 0; round < 5_000; round++) {
      Article article = Given.article(anyText(random), anyText(random), "other");
      for (RuleMatch match : RULES.matcher().match(article)) {
        for (Span span : match.spans()) {
          spans++;
          check(article, span, "seed " + seed + ", " + match.rule().id() + " " + article);
        }
      }
    }
    assertThat(spans).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "قرب دا\u200Dعش هنا|دا\u200Dعش",
        "لد\u0640\u0627\u064Eعش|لد\u0640\u0627\u064Eعش",
        "\u200Fالحُدُود\u200F مغلقة|الحُدُود",
        "👍سنووره\u200Cكان👍|سنووره\u200Cكان",
        "\u2067ISIS\u2069 now|ISIS",
        "𝔸 border\u0323 𝔸|border\u0323",
        "\uD83D border \uDC4D|border"
      })
  void span_betweenAndAroundMarks_isTheWordWithThoseInsideIt(String text, String word) {
    assertThat(RULES.matcher().match(Given.article("", text, "other")))
        .isNotEmpty()
        .flatExtracting(RuleMatch::spans)
        .allSatisfy(
            span -> {
              assertThat(span.text()).isEqualTo(word);
              assertThat(span.start()).isEqualTo(text.indexOf(word));
            });
  }

  private static void check(Article article, Span span, String description) {
    assertThat(article.text(span.field()).substring(span.start(), span.end()))
        .as(description)
        .isEqualTo(span.text());
    String term = Folding.fold(span.term()).replace(" ", "");
    String surface = Folding.fold(span.text()).replaceAll("[-_.]", "");
    if (term.equals("pullout")) {
      assertThat(surface).as(description).startsWith("pull").endsWith("out");
    } else {
      assertThat(surface).as(description).contains(term);
    }
  }

  @Test
  @Timeout(20)
  void match_hostileArticles_staysFast() {
    for (String word :
        List.of(
            "border ",
            "border-",
            "pull ",
            "pull out ",
            "ISIS border ",
            "a\u0301\u0323",
            "لداعش ")) {
      Article article = Given.text(word.repeat((1 << 18) / word.length()));
      assertThat(RULES.matcher().match(article)).hasSizeLessThanOrEqualTo(3);
    }
  }
}
