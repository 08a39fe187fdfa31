package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.UnusableInputException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a parser would have to hold, counted in one pass before it is given the text. */
final class TagBounds {
  /* The parser keeps all elements, looks through the open ones at each end tag, and compares the attributes
   * of a tag with one another. These are what a hostile feed could make much of with few bytes. */

  static final int MOST_ELEMENTS = 1_000_000;
  static final int MOST_DEPTH = 1_000;
  private static final int MOST_TAGS = 2 * MOST_ELEMENTS;
  private static final long MOST_COMPARISONS = 100_000_000;
  private static final int MOST_NAME_CHARS = 8;
  private static final int MOST_REFERENCES = 1_000_000;
  private static final int MOST_HTML_DEPTH = 500;
  private static final Set<String> NEVER_CLOSED =
      Set.of(
          "br", "img", "hr", "p", "li", "input", "meta", "wbr", "col", "embed", "area", "param",
          "td", "th", "tr", "tbody", "thead", "dd", "dt", "option");
  private static final Pattern USUAL = Pattern.compile("#|(?:amp|lt|gt|quot|apos);");

  private final String text;
  private int elements;
  private int tags;
  private int depth;
  private int deepest;
  private long comparisons;

  private TagBounds(String text) {
    this.text = text;
  }

  /**
   * Checks.
   *
   * @throws UnusableInputException where elements nest deeper than {@value #MOST_DEPTH}, or there
   *     are more than {@value #MOST_ELEMENTS}, or tags have too many attributes, or there are more
   *     than {@value #MOST_REFERENCES} entities by other names than those of XML
   */
  static void check(String text) throws UnusableInputException {
    TagBounds bounds = new TagBounds(text);
    bounds.count();
    if (bounds.references() > MOST_REFERENCES) {
      throw new UnusableInputException("not a feed: over " + MOST_REFERENCES + " entities");
    }
    if (bounds.deepest > MOST_DEPTH) {
      throw new UnusableInputException("not a feed: its elements nest too deep");
    }
    if (bounds.elements > MOST_ELEMENTS || bounds.tags > MOST_TAGS) {
      throw new UnusableInputException("not a feed: over " + MOST_ELEMENTS + " elements");
    }
    if (bounds.comparisons > MOST_COMPARISONS) {
      throw new UnusableInputException(
          "not a feed: its tags have too many attributes or do not match");
    }
  }

  /**
   * What a parser of HTML has to do for some mark-up of one item, in tags and entities; empty where
   * it is not to be given to one.
   */
  static OptionalInt work(String markUp, int most) {
    TagBounds bounds = new TagBounds(markUp);
    bounds.count();
    int work = bounds.tags + bounds.references();
    boolean bearable =
        work <= most && bounds.deepest <= MOST_HTML_DEPTH && bounds.comparisons <= MOST_COMPARISONS;
    return bearable ? OptionalInt.of(work) : OptionalInt.empty();
  }

  /** Ampersands that are not those of the five entities of XML, or of numbers. */
  private int references() {
    int references = 0;
    Matcher usual = USUAL.matcher(text);
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      references += usual.region(at + 1, text.length()).lookingAt() ? 0 : 1;
    }
    return references;
  }

  private void count() {
    int at = text.indexOf('<');
    while (at >= 0 && at + 1 < text.length()) {
      at = text.indexOf('<', behind(at));
    }
  }

  private int behind(int at) {
    char next = text.charAt(at + 1);
    if (text.startsWith("<![CDATA[", at)) {
      return end("]]>", at);
    }
    if (text.startsWith("<!--", at)) {
      return end("-->", at);
    }
    if (next == '/') {
      tags++;
      comparisons += deepest;
      depth = Math.max(0, depth - 1);
      return at + 1;
    }
    return Character.isLetter(next) || next == '_' ? behindStart(at + 1) : at + 1;
  }

  private int end(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found;
  }

  private int behindStart(int name) {
    tags++;
    elements++;
    long attributes = 0;
    int at = name;
    for (; at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<'; at++) {
      char c = text.charAt(at);
      if (c == '=' || c == '/' || Character.isWhitespace(c)) {
        attributes++;
        at = c == '=' ? behindValue(at) : at;
      }
    }
    comparisons += attributes * attributes;
    boolean closed = at > name && text.charAt(at - 1) == '/';
    if (!closed && !NEVER_CLOSED.contains(name(name, at))) {
      deepest = Math.max(deepest, ++depth);
    }
    return at;
  }

  /** A quoted value may hold anything. */
  private int behindValue(int equals) {
    int at = equals + 1;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
      return equals;
    }
    int close = text.indexOf(text.charAt(at), at + 1);
    return close < 0 ? text.length() - 1 : close;
  }

  private String name(int from, int to) {
    int end = from;
    while (end < to && end - from < MOST_NAME_CHARS && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }
}
