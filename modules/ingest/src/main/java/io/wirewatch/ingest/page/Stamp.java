package io.wirewatch.ingest.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line that says when a block's article was published, and perhaps by whom.
 *
 * @param publisher what stood before the age in the same line; empty for nothing
 * @param bylines what stood after it
 */
record Stamp(String publisher, Age age, List<String> bylines) {

  private static final int MOST_CHARS = 120;
  private static final int MOST_AGE_CHARS = 48;
  private static final int MOST_NAME_WORDS = 6;
  private static final String PARTS = "\\s*[•·|●▪]\\s*";
  private static final List<String> ICONS =
      List.of(
          "time", "clock", "calendar", "date", "published", "updated", "last updated", "posted");
  private static final char LAST_LATIN = '\u024F';

  /** The stamp that the line is; empty for any other line. */
  static Optional<Stamp> of(String line) {
    if (line.length() > MOST_CHARS) {
      return Optional.empty();
    }
    List<String> parts = List.of(line.split(PARTS, -1)).stream().filter(p -> !p.isEmpty()).toList();
    for (int at = 0; at < parts.size(); at++) {
      Optional<Stamp> stamp = single(parts.get(at));
      if (stamp.isPresent()) {
        String inPart = stamp.get().publisher;
        String before = !inPart.isEmpty() || at == 0 ? inPart : parts.get(at - 1);
        return Optional.of(new Stamp(before, stamp.get().age, parts.subList(at + 1, parts.size())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Stamp> single(String text) {
    Optional<Age> whole = behindIcon(text, AgeReader::read);
    if (whole.isPresent()) {
      return Optional.of(new Stamp("", whole.get(), List.of()));
    }
    Optional<Stamp> found = Optional.empty();
    boolean mayHaveOne = AgeReader.mayEndIn(text);
    int first = Math.max(1, text.length() - MOST_AGE_CHARS);
    for (int at = first; mayHaveOne && at < text.length() && found.isEmpty(); at++) {
      found = splitAt(text, at);
    }
    return found;
  }

  private static Optional<Stamp> splitAt(String text, int at) {
    String rest = text.substring(at).strip();
    if (rest.isEmpty() || !(AgeReader.mayBegin(rest) || iconBefore(rest) > 0)) {
      return Optional.empty();
    }
    String name = stripEnd(text.substring(0, at));
    if (name.isEmpty() || !(isGlued(text, at) || isName(name, rest))) {
      return Optional.empty();
    }
    return behindIcon(rest, AgeReader::readBehindName)
        .filter(Stamp::isPlausible)
        .map(age -> new Stamp(name, age, List.of()));
  }

  private static boolean isGlued(String text, int at) {
    char before = text.charAt(at - 1);
    String[] words = text.substring(0, at).split(" ", -1);
    boolean apart = before == ' ' || text.charAt(at) == ' ' || words.length > MOST_NAME_WORDS;
    boolean splitsNumber = Character.isDigit(before) && Character.isDigit(text.charAt(at));
    return !apart && (!splitsNumber || Arrays.stream(words).noneMatch(Stamp::isSmall));
  }

  private static boolean isSmall(String word) {
    return !word.isEmpty() && Character.isLowerCase(word.charAt(0));
  }

  /** Pages count 59 minutes and 23 hours at most, so "Channel 42 hours ago" is of Channel 4. */
  private static boolean isPlausible(Age age) {
    if (!(age instanceof Age.Ago ago)) {
      return true;
    }
    return switch (ago.precision()) {
      case MINUTE -> ago.span().toMinutes() < 60;
      case HOUR -> ago.span().toHours() < 24;
      case DAY -> ago.span().toDays() < 31;
      default -> true;
    };
  }

  private static Optional<Age> behindIcon(String text, Function<String, Optional<Age>> reader) {
    Optional<Age> age = reader.apply(text);
    return age.isPresent() ? age : reader.apply(text.substring(iconBefore(text)).strip());
  }

  /** How long the description of a picture before the age is. */
  private static int iconBefore(String text) {
    for (String icon : ICONS) {
      if (text.regionMatches(true, 0, icon, 0, icon.length())) {
        return icon.length();
      }
    }
    return 0;
  }

  private static String stripEnd(String name) {
    int end = name.length();
    while (end > 0 && " -–—,/".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end).strip();
  }

  /**
   * Whether the text is a name and not the beginning of a sentence that ends in an age. In Latin
   * letters a name's words are capitals, but for small ones between them, and the age is in small
   * letters; elsewhere a name is short and the age has a number or says "since".
   */
  private static boolean isName(String text, String age) {
    String[] words = text.split(" ", -1);
    if (words.length > MOST_NAME_WORDS || ".,:;!?؟،".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return false;
    }
    if (text.charAt(0) > LAST_LATIN) {
      return words.length <= 3
          && (age.startsWith("منذ") || age.chars().anyMatch(Character::isDigit));
    }
    return Character.isUpperCase(words[words.length - 1].charAt(0))
        && List.of(words).stream()
            .allMatch(w -> !Character.isLowerCase(w.charAt(0)) || w.length() <= 3)
        && age.chars().noneMatch(Character::isUpperCase);
  }
}
