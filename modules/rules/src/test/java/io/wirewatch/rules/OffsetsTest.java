package io.wirewatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.Folding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
          "٣");

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
