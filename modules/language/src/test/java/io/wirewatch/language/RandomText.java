package io.wirewatch.language;

import java.util.List;
import java.util.Random;

/** Texts that mix scripts, marks, joiners, hyphens, apostrophes and broken surrogates. */
final class RandomText {
  private static final List<String> PIECES =
      List.of(
          "Iraq",
          "ISIS",
          "withdrew",
          "a",
          "S",
          "s",
          "é",
          "e\u0301",
          "DAÎŞ",
          "ê",
          "sînor",
          "داعش",
          "لداعش",
          "الحدود",
          "سنوور",
          "کشانەوە",
          "ه‌",
          "ێ",
          "\u0640",
          "\u064E",
          "\u200C",
          "\u200D",
          "\u200F",
          "\u00AD",
          "'",
          "’",
          "ʿ",
          "-",
          "‑",
          "_",
          ".",
          ",",
          " ",
          " ",
          " ",
          "\n",
          "9",
          "٣",
          "ß",
          "ﬁ",
          "ﷺ",
          "𝔸",
          "👍",
          "\uD800",
          "\uDC00",
          "漢字",
          "Ĳ",
          "İ",
          "ı",
          "\uFC5E");

  private RandomText() {}

  static String any(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
