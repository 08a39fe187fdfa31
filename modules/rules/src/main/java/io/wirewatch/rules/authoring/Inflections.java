package io.wirewatch.rules.authoring;

import io.wirewatch.language.Language;
import io.wirewatch.language.Stemmer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that may be forms of a word. Makes too many on purpose: the matcher says which are. */
final class Inflections {
  private static final List<String> DERIVED =
      List.of(
          "er", "ers", "al", "als", "ment", "ments", "ion", "ions", "ation", "ations", "ly", "ist",
          "ists");
  private static final List<String> ARABIC =
      List.of(
          "ات", "ان", "ون", "ين", "تين", "ه", "ها", "هم", "هن", "هما", "نا", "كم", "ية", "ي", "ا",
          "وا", "ة", "تها", "ته", "تهم", "يا");
  private static final List<String> SORANI =
      List.of(
          "ەکە", "ەکەی", "ەکان", "ەکانی", "ێک", "ێکی", "ی", "ان", "انی", "انە", "م", "ت", "ش",
          "مان", "تان", "یان", "دا", "یدا", "ەکەدا", "ەکاندا", "ەوە", "یش", "ە", "کە", "کان", "یە");
  private static final List<String> KURMANJI =
      List.of(
          "ê", "a", "î", "ek", "ekê", "eke", "ekî", "an", "ên", "in", "ya", "yê", "yan", "yên",
          "yekê", "e", "iyan", "iya");
  private static final List<String> HISSING = List.of("s", "x", "z", "ch", "sh", "o");
  private static final Pattern CONSONANT_Y = Pattern.compile("[^aeiou]y$");
  private static final Pattern DOUBLED = Pattern.compile("[^aeiou][aeiou][bdgklmnprt]$");
  private static final String SORANI_LETTERS = "ەێۆڕڵڤگچپژ";
  private static final String KURMANJI_LETTERS = "êîûşçÊÎÛŞÇ";
  private static final List<String> CONJUNCTIONS = List.of("", "و", "ف");
  private static final List<String> PREPOSITIONS =
      List.of("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل");
  private static final List<String> SORANI_PREPOSITIONS = List.of("لە", "بە");

  private Inflections() {}

  /**
   * A language that the word may be of, by its letters; English or Arabic where they do not tell.
   */
  static Language guess(String word) {
    if (word.codePoints().anyMatch(c -> SORANI_LETTERS.indexOf(c) >= 0)) {
      return Language.CKB;
    }
    if (word.codePoints().anyMatch(c -> KURMANJI_LETTERS.indexOf(c) >= 0)) {
      return Language.KMR;
    }
    return word.codePoints().anyMatch(c -> c >= 0x600 && c < 0x780) ? Language.AR : Language.EN;
  }

  /** With endings; irregular forms. */
  static Stream<String> of(String word, Language language) {
    return switch (language) {
      case EN, OTHER -> Stream.concat(english(word), irregular());
      case AR -> Stream.concat(with(word, ARABIC), with(withoutLast(word, 'ة'), ARABIC));
      case CKB -> with(word, SORANI);
      case KMR -> Stream.concat(with(word, KURMANJI), Stream.of(word + "'ê", word + "'an"));
    };
  }

  private static Stream<String> english(String word) {
    boolean hisses = HISSING.stream().anyMatch(word::endsWith);
    String doubled = word + word.substring(word.length() - 1);
    boolean shortened = word.length() < 6 && DOUBLED.matcher(word).find();
    if (word.endsWith("e")) {
      return Stream.of(word + "s", word + "d", withoutLast(word, 'e') + "ing");
    }
    if (CONSONANT_Y.matcher(word).find()) {
      String base = withoutLast(word, 'y');
      return Stream.of(base + "ies", base + "ied", word + "ing");
    }
    return Stream.of(
        word + (hisses ? "es" : "s"),
        (shortened ? doubled : word) + "ed",
        (shortened ? doubled : word) + "ing");
  }

  /** With endings that make other words of it; nothing for languages but English. */
  static Stream<String> derived(String word, Language language) {
    return language == Language.EN
        ? Stream.concat(with(word, DERIVED), with(withoutLast(word, 'e'), DERIVED))
        : Stream.of();
  }

  private static Stream<String> with(String word, List<String> endings) {
    return endings.stream().map(ending -> word + ending);
  }

  private static String withoutLast(String word, char letter) {
    return word.length() > 2 && word.charAt(word.length() - 1) == letter
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** The words of the stemmer's list of exceptions. */
  private static Stream<String> irregular() {
    try (InputStream in = Stemmer.class.getResourceAsStream("english-stems.txt")) {
      return in == null
          ? Stream.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf(' ')))
                  .toList()
                  .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With what Arabic and Sorani write together with the next word; nothing for others. */
  static Stream<String> prefixed(String word, Language language) {
    return switch (language) {
      case AR ->
          CONJUNCTIONS.stream()
              .flatMap(and -> PREPOSITIONS.stream().map(to -> and + to))
              .filter(prefix -> !prefix.isEmpty())
              .flatMap(prefix -> prefixed(prefix, word));
      case CKB -> SORANI_PREPOSITIONS.stream().map(preposition -> preposition + word);
      default -> Stream.of();
    };
  }

  private static Stream<String> prefixed(String prefix, String word) {
    boolean article = word.startsWith("ال");
    return prefix.endsWith("لل") && article
        ? Stream.of(prefix + word.substring(2))
        : Stream.of(prefix + word);
  }
}
