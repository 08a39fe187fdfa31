package io.wirewatch.app.page;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * HTML as it is written. What comes from outside goes through {@link #text} or the value of an
 * attribute: it never becomes markup, and no control character or mark that turns directions is in
 * it; these, and halves of characters, are shown as U+FFFD.
 */
final class Html {
  private static final int REPLACEMENT = 0xFFFD;

  private final Appendable out;

  /** HTML that goes there; its troubles are thrown as {@link UncheckedIOException}. */
  Html(Appendable out) {
    this.out = out;
  }

  /**
   * The beginning of an element.
   *
   * @param tag ours
   * @param attributes name (ours), value, name, value, …
   */
  Html open(String tag, Object... attributes) {
    ours("<").ours(tag);
    for (int at = 0; at < attributes.length; at += 2) {
      ours(" ").ours((String) attributes[at]).ours("=\"");
      text(String.valueOf(attributes[at + 1]));
      ours("\"");
    }
    return ours(">");
  }

  Html close(String tag) {
    return ours("</").ours(tag).ours(">");
  }

  /** An element that holds a text. */
  Html element(String tag, String text, Object... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Text, whatever is in it. */
  Html text(String text) {
    text.codePoints().forEach(this::character);
    return this;
  }

  /** Markup that is known when this is compiled. */
  Html ours(String markup) {
    try {
      out.append(markup);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  private void character(int c) {
    switch (c) {
      case '&' -> ours("&amp;");
      case '<' -> ours("&lt;");
      case '>' -> ours("&gt;");
      case '"' -> ours("&quot;");
      case '\'' -> ours("&#39;");
      default -> ours(Character.toString(isShown(c) ? c : REPLACEMENT));
    }
  }

  private static boolean isShown(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !turns && !isControl && !isNoCharacter && Character.getType(c) != Character.SURROGATE;
  }
}
