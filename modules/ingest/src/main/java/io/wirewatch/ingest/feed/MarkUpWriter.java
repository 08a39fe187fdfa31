package io.wirewatch.ingest.feed;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes what stands in an element of a feed as HTML: the parser of XML has taken it apart. */
final class MarkUpWriter implements NodeVisitor {
  private static final Set<String> VOID =
      Set.of("br", "img", "hr", "input", "meta", "link", "wbr", "col", "embed", "area", "param");
  private static final List<String> KEPT = List.of("alt", "hidden", "aria-hidden");

  private final StringBuilder html = new StringBuilder();
  private final boolean textIsHtml;

  private MarkUpWriter(boolean textIsHtml) {
    this.textIsHtml = textIsHtml;
  }

  /** The HTML; {@code textIsHtml} where text between the elements is mark-up too. */
  static String inside(Element element, boolean textIsHtml) {
    MarkUpWriter writer = new MarkUpWriter(textIsHtml);
    element.traverse(writer);
    return writer.html.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      html.append(textIsHtml ? text.getWholeText() : escaped(text.getWholeText()));
    } else if (node instanceof Element element && depth > 0) {
      html.append('<').append(FeedTree.name(element));
      for (String name : KEPT) {
        if (element.hasAttr(name)) {
          String value = escaped(element.attr(name)).replace("\"", "&quot;");
          html.append(' ').append(name).append("=\"").append(value).append('"');
        }
      }
      html.append('>');
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && depth > 0 && !VOID.contains(FeedTree.name(element))) {
      html.append("</").append(FeedTree.name(element)).append('>');
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
