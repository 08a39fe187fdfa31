package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.page.HtmlLines;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Plain text of what a feed holds. One for each feed, since what parsers do for it is bounded. */
final class MarkedText {
  private static final int MOST_TAGS_OF_A_TEXT = 100_000;
  private static final int MOST_TAGS_OF_A_FEED = 1_000_000;
  private static final int MOST_CHARS = 4 * 1024 * 1024;

  private static final Pattern LIKE_HTML =
      Pattern.compile(
          "</[a-z][a-z0-9]{0,9}\\s{0,3}>|<br\\s{0,3}/?>|<(?:p|img|a)\\b[^<>]{0,2000}>|&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\\d{0,2});",
          Pattern.CASE_INSENSITIVE);

  /**
   * A character by number, or by name within a word. What stands alone may be what the text is
   * about, and signs of tags too.
   */
  private static final Pattern ESCAPED_AGAIN =
      Pattern.compile(
          "&#(?:\\d{1,7}|x[0-9a-f]{1,6});|&(?!lt;|gt;)(?:(?<=[\\p{L}\\p{N}]&)[a-z]{2,8}\\d{0,2};|[a-z]{2,8}\\d{0,2};(?=[\\p{L}\\p{N}]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t\\x0B\\f\\r]*\\n\\s*");

  private static final Shown NOTHING = new Shown("", "");

  private int tagsLeft = MOST_TAGS_OF_A_FEED;

  /**
   * What a reader sees of a content.
   *
   * @param text paragraphs parted by line feeds; may be empty
   * @param pictures what is said of pictures, looked for only where there is no text
   */
  private record Shown(String text, String pictures) {}

  /** In one line; empty for nothing. */
  String line(Content content) {
    return PlainText.oneLine(first(Stream.of(content)));
  }

  /**
   * The first that has text, in paragraphs parted by line feeds; where none has, the first that
   * says what its pictures show; else empty.
   */
  String first(Stream<Content> contents) {
    String pictures = "";
    for (Content content : (Iterable<Content>) contents::iterator) {
      Shown shown = shown(content);
      if (!shown.text().isEmpty()) {
        return shown.text();
      }
      pictures = pictures.isEmpty() ? shown.pictures() : pictures;
    }
    return pictures;
  }

  private Shown shown(Content content) {
    String value = content.value();
    if (!content.html() && !LIKE_HTML.matcher(value).find()) {
      return plain(value);
    }
    if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
      return plain(value);
    }
    if (!mayParse(value)) {
      return plain(withoutTags(value));
    }
    Element body = Jsoup.parseBodyFragment(value).body();
    if (body.firstElementChild() != null) {
      return shown(body);
    }
    Shown shown = escapedTwice(body);
    // A parser of HTML finds nothing in "<!DOCTYPE" or "<3", which are all that somebody wrote.
    return shown.equals(NOTHING) ? plain(value) : shown;
  }

  /** Beyond the bounds tags are left out as they come, and with them where paragraphs end. */
  private boolean mayParse(String html) {
    if (html.length() > MOST_CHARS) {
      return false;
    }
    OptionalInt work = TagBounds.work(html, Math.min(MOST_TAGS_OF_A_TEXT, tagsLeft));
    tagsLeft -= work.orElse(0);
    return work.isPresent();
  }

  private Shown escapedTwice(Element body) {
    String text = body.wholeText();
    boolean tags = text.indexOf('<') >= 0 && LIKE_HTML.matcher(text).find();
    if (!(tags || ESCAPED_AGAIN.matcher(text).find()) || !mayParse(text)) {
      return plain(text);
    }
    Element inside = Jsoup.parseBodyFragment(text).body();
    return inside.firstElementChild() == null ? plain(inside.wholeText()) : shown(inside);
  }

  /** Formulas are read; pages hide them among icons and films. */
  private static Shown shown(Element body) {
    for (Element formula : body.select("math")) {
      // One within another was renamed with it.
      if (formula.normalName().equals("math")) {
        formula.getAllElements().forEach(part -> part.tagName("span"));
      }
    }
    String text = HtmlLines.paragraphs(body);
    return new Shown(text, text.isEmpty() ? described(body) : "");
  }

  private static String described(Element body) {
    return body.select("img[alt], svg title, svg desc, svg text").stream()
        .map(e -> PlainText.oneLine(e.hasAttr("alt") ? e.attr("alt") : e.text()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Where blank lines part paragraphs, the other line ends are those of a narrow column. */
  private static Shown plain(String text) {
    String[] paragraphs = PARAGRAPH.split(text.strip(), -1);
    Stream<String> lines =
        paragraphs.length > 1
            ? Stream.of(paragraphs).map(PlainText::oneLine)
            : PlainText.lines(text).stream();
    return new Shown(lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")), "");
  }

  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < html.length()) {
      int open = html.indexOf('<', from);
      text.append(html, from, open < 0 ? html.length() : open).append(' ');
      int close = open < 0 ? -1 : html.indexOf('>', open);
      from = close < 0 ? html.length() : close + 1;
    }
    return text.toString();
  }
}
