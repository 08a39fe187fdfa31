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
  private static final int MOST_WIRE_WORDS = 5;

  private static final Pattern WIRE_FIRST =
      Pattern.compile("([^\n/–—:.,;()\"]{2,60}?)(?: ?(/)(?=\\s|$)| ?[–—]| ?-(?=\\s|$))");
  private static final Pattern PLACE_FIRST =
      Pattern.compile("([^\n/–—:;()\"]{2,40}) \\(([^()]{2,40})\\) ?[-–—:](?: |$)");
  private static final Pattern WIRE_LIKE =
      Pattern.compile(
          ".*(?:news|agency|press|wire|times|post|today|tv|media|network|herald|tribune|nûçe|ajans|"
              + "نيوز|وكالة|نیوز|ئاژانس|تيفي|الإخبارية|میدیا|پرێس|اليوم).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * The dateline that a text opens with.
   *
   * @param publishers names that are surely those of wires; another name counts where it sounds
   *     like one, or a slash follows it
   */
  public static Optional<Dateline> in(String text, Collection<String> publishers) {
    String opening = text.length() > WITHIN_CHARS ? text.substring(0, WITHIN_CHARS) : text;
    Matcher placeFirst = PLACE_FIRST.matcher(opening);
    if (placeFirst.lookingAt() && isCapitalised(placeFirst.group(1))) {
      String rest = text.substring(placeFirst.end()).strip();
      return Optional.of(new Dateline(placeFirst.group(2), placeFirst.group(1), rest));
    }
    Matcher wireFirst = WIRE_FIRST.matcher(opening);
    if (!wireFirst.lookingAt()) {
      return Optional.empty();
    }
    String wire = wireFirst.group(1).strip();
    boolean slash = wireFirst.group(2) != null;
    if (!isWire(wire, publishers) && !(slash && isCapitalised(wire))) {
      return Optional.empty();
    }
    String rest = text.substring(wireFirst.end()).strip();
    DatelinePlace place = slash ? DatelinePlace.delimited(rest) : DatelinePlace.leading(rest);
    return Optional.of(new Dateline(wire, place.name(), place.rest()));
  }

  private static boolean isWire(String name, Collection<String> publishers) {
    return publishers.stream().anyMatch(publisher -> Fold.same(publisher, name))
        || (isCapitalised(name) && WIRE_LIKE.matcher(name).matches());
  }

  /** Few words that begin with capitals, where the script has them. */
  private static boolean isCapitalised(String name) {
    String[] words = name.strip().split(" ", -1);
    for (String word : words) {
      if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && word.length() > 3) {
        return false;
      }
    }
    return words.length <= MOST_WIRE_WORDS && !Character.isLowerCase(name.strip().charAt(0));
  }
}
