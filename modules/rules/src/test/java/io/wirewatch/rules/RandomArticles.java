package io.wirewatch.rules;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Articles of random words, and of sentences in which some words have been changed. */
final class RandomArticles {
  private static final List<String> LANGUAGES = List.of("en", "ar", "ckb", "kmr", "", "fr");
  private static final List<String> SEPARATORS =
      List.of(
          " ", " ", " ", " ", " ", " ", "-", "-", ", ", ". ", "'s ", "’", "_", "\u200C", " – ",
          "1 ");
  private static final List<String> ENDINGS =
      List.of("", "", "", "", "", "s", "ing", "ed", "'s", "ê", "ان", "ات", "ەکان", "ekan", ".");
  private static final List<String> STARTS =
      List.of("", "", "", "", "", "", "و", "لل", "ال", "ب", "al-", "'", "U.S. ");
  private static final List<String> SENTENCES =
      List.of(
          "Troops were pulled back from the border posts on Sunday, two officers said; ISIS-held villages stay cut off.",
          "The army's withdrawal from al-Qaim began at dawn. Withdrawing units crossed the frontier near Deir-ez-Zor.",
          "A bank said withdrawals rose. Isis, the river, flooded the borderlands; the U.S. gave no comment on Da'esh.",
          "أعلن الجيش انسحاب قواته من الحدود السورية، وقال إن داعش انسحبت من القائم ولداعش خلايا في الحدودية",
          "هێزەکان لە سنوور کشانەوە و داعش لە سنوورەکان ماوە، کشانەوەی هێزەکان بەردەوامە",
          "Hêz ji sînorê vekişiyan û DAIŞ'ê gundek berda; vekişîna leşkeran li ser sînor berdewam e");

  private final Random random;
  private final List<String> words;
  private int count;

  RandomArticles(Random random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** The words of the sentences, which rules should be made of too. */
  static List<String> sentences() {
    return SENTENCES;
  }

  Article next() {
    return new Article(
        "a" + count++,
        text(random.nextInt(6)),
        text(random.nextInt(30)),
        LANGUAGES.get(random.nextInt(LANGUAGES.size())),
        random.nextBoolean() ? "Some Wire" : "Other",
        random.nextBoolean() ? Set.of() : Set.of("IQ", "IQ-AN"),
        random.nextBoolean() ? Set.of() : Set.of("group:isis"));
  }

  private String text(int length) {
    return random.nextInt(3) == 0
        ? changed(SENTENCES.get(random.nextInt(SENTENCES.size())))
        : words(length);
  }

  private String words(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(word()).append(oneOf(SEPARATORS));
    }
    return text.toString();
  }

  private String changed(String sentence) {
    String[] parts = sentence.split(" ");
    for (int i = 0; i < parts.length; i++) {
      parts[i] = random.nextInt(4) == 0 ? word() : parts[i];
    }
    return String.join(" ", parts);
  }

  private String word() {
    String word = words.get(random.nextInt(words.size()));
    String cased =
        switch (random.nextInt(4)) {
          case 0 -> word.toUpperCase(Locale.ROOT);
          case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
          default -> word;
        };
    return oneOf(STARTS) + cased + oneOf(ENDINGS);
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
