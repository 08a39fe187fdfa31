package io.wirewatch.ingest.extract;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A run of text that a reader sees as one block.
 *
 * @param parent the innermost block that holds all of it
 * @param linkWords how many of the words are in links
 */
record Passage(String text, Element parent, int words, int linkWords) {
  private static final double PROSE = 0.8;
  private static final int HEADING_WITHIN = 3;
  private static final int PARAGRAPH_WORDS = 25;
  private static final int SENTENCE_WORDS = 8;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟。…:][\"'”’»)\\]]{0,4}$");

  double linkShare() {
    return words == 0 ? 0 : (double) linkWords / words;
  }

  /** How likely it is text of an article, by itself: 0 to 1. */
  double likelihood() {
    double links = linkShare();
    if (links > .6) {
      return words > 15 && links < .9 ? .3 : .1;
    }
    if (words >= PARAGRAPH_WORDS && links < .35) {
      return .95;
    }
    boolean sentence = SENTENCE_END.matcher(text).find();
    if (words >= SENTENCE_WORDS && sentence && links < .4) {
      return .9;
    }
    if (sentence || Roles.isHeading(parent)) {
      return .6;
    }
    return words >= 10 && links < .3 ? .7 : .4;
  }

  boolean isProse() {
    return likelihood() >= PROSE;
  }

  /** Whether it is a heading, or within one. */
  boolean isHeading() {
    Element at = parent;
    for (int up = 0; up < HEADING_WITHIN && at != null; up++) {
      if (Roles.isHeading(at)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  /** How many words there are. Scripts without capitals have marks inside of words. */
  static int words(CharSequence text) {
    int words = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); at++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) > 0xFF;
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }
}
