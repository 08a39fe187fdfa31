package io.wirewatch.ingest.article;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a wire puts before an article's first sentence: its name and mostly a place.
 *
 * @param wire the wire's name, as written
 * @param place null where it names none
 * @param rest the text without it
 */
public record Dateline(String wire, @Nullable String place, String rest) {

  private static final int WITHIN_CHARS = 160;

  private static final Pattern WIRE_FIRST =
      Pattern.compile("([^\n/–—:.,;()\"]{2,60}?) ?([–—]|[/-](?=\\s|$))");
  private static final Pattern PLACE_FIRST =
      Pattern.compile("([^\n/–—:;()\"]{2,40}) \\(([^()]{2,40})\\) ?([-–—:])(?: |$)");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟](?=\\s)|\n");

  /**
   * The dateline that a text opens with.
   *
   * @param publishers names that are surely those of wires; another name counts where it sounds
   *     like one, or a slash follows it, or stands short and well known in brackets behind a place
   */
  public static Optional<Dateline> in(String text, Collection<String> publishers) {
    String opening = text.length() > WITHIN_CHARS ? text.substring(0, WITHIN_CHARS) : text;
    return placeFirst(PLACE_FIRST.matcher(opening), text, publishers)
        .or(() -> wireFirst(WIRE_FIRST.matcher(opening), text, publishers));
  }

  private static Optional<Dateline> placeFirst(
      Matcher found, String text, Collection<String> publishers) {
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    String place = found.group(1);
    String wire = found.group(2);
    String rest = text.substring(found.end()).strip();
    return WireNames.isCapitalised(place)
            && WireNames.isWireBehind(place, wire, publishers)
            && !opensParenthesis(found.group(3), rest)
        ? Optional.of(new Dateline(wire, place, rest))
        : Optional.empty();
  }

  private static Optional<Dateline> wireFirst(
      Matcher found, String text, Collection<String> publishers) {
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    String wire = found.group(1).strip();
    boolean slash = found.group(2).equals("/");
    String rest = text.substring(found.end()).strip();
    boolean isWire = WireNames.isWire(wire, publishers) || (slash && WireNames.isCapitalised(wire));
    if (!isWire || opensParenthesis(found.group(2), rest)) {
      return Optional.empty();
    }
    DatelinePlace place = slash ? DatelinePlace.delimited(rest) : DatelinePlace.leading(rest);
    return Optional.of(new Dateline(wire, place.name(), place.rest()));
  }

  /**
   * Whether the same dash closes what this one opens, in the first sentence: then what stands
   * before is the sentence's subject. Dashes in pairs behind it are the sentence's own, and so is
   * one behind a capital; one behind a place is the dateline's.
   */
  private static boolean opensParenthesis(String dash, String rest) {
    if (dash.equals("/") || dash.equals(":")) {
      return false;
    }
    String sentence = SENTENCE_END.split(rest, 2)[0];
    String[] parts =
        sentence.split(dash.equals("-") ? "\\s-\\s" : "(?<!\\d)" + dash + "(?!\\d)", -1);
    if (parts.length % 2 != 0) {
      return false;
    }
    return DatelinePlace.delimited(rest).name() == null
        ? !Character.isUpperCase(sentence.codePointAt(0))
        : parts[1].strip().codePoints().limit(1).anyMatch(Character::isLowerCase);
  }
}
