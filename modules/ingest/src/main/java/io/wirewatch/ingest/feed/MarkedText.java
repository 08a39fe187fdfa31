package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.page.HtmlLines;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Plain text of what a feed holds. */
final class MarkedText {
  private static final int MOST_TAGS = 100_000;
  private static final int MOST_CHARS = 4 * 1024 * 1024;

  private static final Pattern LIKE_HTML =
      Pattern.compile(
          "</[a-z][a-z0-9]{0,9}\\s{0,3}>|<br\\s{0,3}/?>|<(?:p|img|a)\\b[^<>]{0,2000}>|&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\\d{0,2});",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t\\x0B\\f\\r]*\\n\\s*");

  private MarkedText() {}

  /** In one line; empty for nothing. */
  static String line(Content content) {
    return PlainText.oneLine(paragraphs(content));
  }

  /** In paragraphs parted by line feeds; empty for nothing. */
  static String paragraphs(Content content) {
    String value = content.value();
    if (!content.html() && !LIKE_HTML.matcher(value).find()) {
      return plain(value);
    }
    if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
      return plain(value);
    }
    if (value.length() > MOST_CHARS || !TagBounds.allow(value, MOST_TAGS)) {
      return plain(withoutTags(value));
    }
    Element body = Jsoup.parseBodyFragment(value).body();
    String text = body.firstElementChild() == null ? escapedTwice(body) : shown(body);
    // A parser of HTML finds nothing in "<!DOCTYPE" or "<3", which are all that somebody wrote.
    return text.isEmpty() && body.firstElementChild() == null ? plain(value) : text;
  }

  private static String escapedTwice(Element body) {
    String text = body.wholeText();
    return LIKE_HTML.matcher(text).find() && text.indexOf('<') >= 0
        ? shown(Jsoup.parseBodyFragment(text).body())
        : plain(text);
  }

  /** Formulas are read; pages hide them among icons and films. */
  private static String shown(Element body) {
    for (Element formula : body.select("math")) {
      formula.getAllElements().stream().skip(1).forEach(Element::unwrap);
      formula.tagName("span");
    }
    String text = HtmlLines.paragraphs(body);
    return text.isEmpty() ? described(body) : text;
  }

  /** What is said of pictures, where there is nothing else. */
  private static String described(Element body) {
    return body.select("img[alt], svg title, svg desc, svg text").stream()
        .map(e -> PlainText.oneLine(e.hasAttr("alt") ? e.attr("alt") : e.text()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Where blank lines part paragraphs, the other line ends are those of a narrow column. */
  private static String plain(String text) {
    String[] paragraphs = PARAGRAPH.split(text.strip(), -1);
    Stream<String> lines =
        paragraphs.length > 1
            ? Stream.of(paragraphs).map(PlainText::oneLine)
            : PlainText.lines(text).stream();
    return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
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
