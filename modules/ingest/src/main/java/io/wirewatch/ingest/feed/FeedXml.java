package io.wirewatch.ingest.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.wirewatch.ingest.article.MarkUp;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.UnusableInputException;
import java.io.StringReader;
import java.util.Locale;

/** The border to ROME: feeds come out of it, or one checked exception. */
final class FeedXml {
  private static final int MOST_DEPTH = 200;
  private static final int MOST_ELEMENTS = 1_000_000;

  private FeedXml() {}

  /**
   * Parses.
   *
   * @throws UnusableInputException where the text is no feed, is broken beyond repair, declares
   *     entities of its own, nests elements deeper than {@value #MOST_DEPTH}, or has more than
   *     {@value #MOST_ELEMENTS}
   */
  static SyndFeed parse(String xml) throws UnusableInputException {
    String document = withoutDoctype(LegalXml.of(xml.strip()));
    if (depth(document) > MOST_DEPTH) {
      throw new UnusableInputException("not a feed: its elements nest too deep");
    }
    if (MarkUp.elements(document) > MOST_ELEMENTS) {
      throw new UnusableInputException("not a feed: over " + MOST_ELEMENTS + " elements");
    }
    SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
    input.setAllowDoctypes(false);
    try {
      return input.build(new StringReader(document));
    } catch (FeedException | RuntimeException broken) {
      // ROME documents IllegalArgumentException for unknown formats; its parsers and JDOM throw
      // others,
      // undocumented, for content that they did not expect. Whatever it is, this feed cannot be
      // read.
      String why = broken.getMessage() == null ? "unreadable" : broken.getMessage();
      throw new UnusableInputException(
          "not a feed that can be read: " + PlainText.cut(PlainText.oneLine(why), 200), broken);
    }
  }

  /**
   * Old feeds name the document type of their format, which is harmless; one that declares is not.
   */
  private static String withoutDoctype(String xml) throws UnusableInputException {
    int start = xml.indexOf("<!DOCTYPE");
    int root = start < 0 ? -1 : xml.substring(0, start).replaceAll("<[?!][^<]*", "").indexOf('<');
    if (start < 0 || root >= 0) {
      return xml;
    }
    int end = xml.indexOf('>', start);
    if (end < 0 || xml.substring(start, end).indexOf('[') >= 0) {
      throw new UnusableInputException("not a feed that can be read: it declares a document type");
    }
    return xml.substring(0, start) + xml.substring(end + 1);
  }

  /** How deep elements nest at most, counted without parsing, in one pass. */
  private static int depth(String xml) {
    int depth = 0;
    int deepest = 0;
    int at = xml.indexOf('<');
    while (at >= 0 && at + 1 < xml.length()) {
      char next = xml.charAt(at + 1);
      int end = next == '!' ? endOfMarked(xml, at) : xml.indexOf('>', at);
      if (end < 0) {
        return deepest;
      }
      if (next == '/') {
        depth--;
      } else if (Character.isLetter(next) && xml.charAt(end - 1) != '/') {
        depth++;
      }
      deepest = Math.max(deepest, depth);
      at = xml.indexOf('<', end);
    }
    return deepest;
  }

  private static int endOfMarked(String xml, int at) {
    if (xml.startsWith("<![CDATA[", at)) {
      return xml.indexOf("]]>", at);
    }
    return xml.indexOf(xml.startsWith("<!--", at) ? "-->" : ">", at);
  }
}
