package io.wirewatch.rules.authoring;

import io.wirewatch.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Other ways to write a word. Makes too many on purpose: the matcher says which are. */
final class SpellingVariants {
  /** Letters that writers and keyboards use for one another. */
  private static final List<String> ALIKE =
      List.of("اأإآٱ", "يىیئێ", "كک", "هةەھ", "وؤۆ", "رڕ", "لڵ");

  private static final List<String> KURMANJI = List.of("iîı", "uû", "eê", "cç", "sş");

  private static final String TATWEEL = "ـ";
  private static final String FATHA = "\u064E";

  private SpellingVariants() {}

  /** One letter another, other case, hyphens and apostrophes, vowel signs and tatweel. */
  static Stream<String> of(String word, Language language) {
    Stream<String> letters =
        IntStream.range(0, word.length()).boxed().flatMap(i -> replaced(word, i, language));
    return Stream.of(letters, cases(word), joins(word), signs(word, language)).flatMap(s -> s);
  }

  private static Stream<String> replaced(String word, int place, Language language) {
    char letter = word.charAt(place);
    return Stream.concat(ALIKE.stream(), language == Language.KMR ? KURMANJI.stream() : Stream.of())
        .filter(alike -> alike.indexOf(letter) >= 0)
        .flatMap(alike -> alike.chars().mapToObj(c -> String.valueOf((char) c)))
        .map(other -> word.substring(0, place) + other + word.substring(place + 1));
  }

  private static Stream<String> cases(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String first = lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    return Stream.of(lower, first, word.toUpperCase(Locale.ROOT));
  }

  private static Stream<String> joins(String word) {
    return Stream.of(word.replace("'", "’"), word.replace("'", ""), word.replace("’", ""));
  }

  private static Stream<String> signs(String word, Language language) {
    boolean arabic = language == Language.AR || language == Language.CKB;
    return arabic && word.length() > 1
        ? Stream.of(TATWEEL, FATHA).map(sign -> word.charAt(0) + sign + word.substring(1))
        : Stream.of();
  }
}
