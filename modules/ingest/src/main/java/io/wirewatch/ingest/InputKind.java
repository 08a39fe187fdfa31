package io.wirewatch.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of input. */
public enum InputKind {
  PAGE,
  FEED,
  JSONL;

  /** How many bytes from the beginning are enough to tell. */
  static final int TELLING_BYTES = 4096;

  private static final Pattern FEED_ROOT =
      Pattern.compile("<(?:[\\w.-]{1,20}:)?(rss|feed|rdf|opml)[\\s>/]", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON_FEED =
      Pattern.compile("\"version\"\\s{0,8}:\\s{0,8}\"https?:(?:\\\\?/){2}jsonfeed");
  private static final Pattern PAGE_ROOT =
      Pattern.compile("<(?:!doctype\\s+html|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that the command line calls so; empty for any other word. */
  public static Optional<InputKind> named(String word) {
    for (InputKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The kind, from the first bytes: an object opens JSON lines or says that it is a JSON Feed, a
   * root element that is a feed's a feed, and all else is a page.
   */
  public static InputKind of(byte[] beginning) {
    // One byte one character is enough to see ASCII mark-up; the zero bytes are UTF-16's.
    String head =
        new String(
                beginning,
                0,
                Math.min(beginning.length, TELLING_BYTES),
                StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    String text =
        head.replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "").strip();
    if (text.startsWith("{")) {
      return JSON_FEED.matcher(text).find() ? FEED : JSONL;
    }
    var feed = FEED_ROOT.matcher(text);
    if (!text.startsWith("<") || !feed.find()) {
      return PAGE;
    }
    var page = PAGE_ROOT.matcher(text);
    return page.find() && page.start() < feed.start() ? PAGE : FEED;
  }
}
