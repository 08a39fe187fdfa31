package io.wirewatch.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.page.HtmlLines;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Plain text of a feed's elements, which may be text, HTML or XHTML. */
final class MarkedText {
  private MarkedText() {}

  /** In one line; empty for nothing. */
  static String line(@Nullable SyndContent content) {
    return PlainText.oneLine(paragraphs(content));
  }

  /** In paragraphs parted by line feeds; empty for nothing. */
  static String paragraphs(@Nullable SyndContent content) {
    if (content == null || content.getValue() == null) {
      return "";
    }
    String value = content.getValue();
    return isPlain(content.getType())
        ? String.join("\n", PlainText.lines(value))
        : HtmlLines.paragraphs(Jsoup.parseBodyFragment(value).body());
  }

  /** RSS says nothing of the kind, and HTML is what stands there. */
  private static boolean isPlain(@Nullable String type) {
    String kind = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
    return kind.equals("text") || kind.equals("text/plain");
  }
}
