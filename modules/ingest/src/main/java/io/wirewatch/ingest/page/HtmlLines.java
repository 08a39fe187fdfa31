package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.extract.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text of an HTML element in the lines that a reader sees: blocks and {@code br} part them, an
 * item of a list begins with a bullet. Scripts, styles, forms and what is hidden have no text.
 * Linear in the size of the element.
 */
public final class HtmlLines implements NodeFilter {

  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "select",
          "button",
          "textarea",
          "head",
          "canvas",
          "math",
          "audio",
          "video",
          "dialog");

  private final List<PageLine> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Set<String> alsoSilent;
  private final boolean parted;
  private @Nullable String href;
  private boolean title;

  private HtmlLines(Set<String> alsoSilent, boolean parted) {
    this.alsoSilent = alsoSilent;
    this.parted = parted;
  }

  static List<PageLine> of(Element element) {
    return of(element, Set.of());
  }

  /** The lines without the text of some more elements. */
  static List<PageLine> of(Element element, Set<String> alsoSilent) {
    return new HtmlLines(alsoSilent, false).read(element);
  }

  /** The lines with a space between elements that follow each other: styles keep them apart. */
  static List<PageLine> parted(Element element) {
    return new HtmlLines(Set.of(), true).read(element);
  }

  private List<PageLine> read(Element element) {
    element.filter(this);
    endLine();
    return lines;
  }

  /** The paragraphs of an element, parted by line feeds. */
  public static String paragraphs(Element element) {
    return String.join("\n", of(element).stream().map(PageLine::text).toList());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      line.append(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (isSilent(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!Roles.isInline(element)) {
      endLine();
    }
    if (parted && element.previousSibling() instanceof Element) {
      line.append(' ');
    }
    if (element.normalName().equals("li")) {
      line.append("• ");
    }
    title |= element.normalName().equals("h1");
    if (href == null && element.normalName().equals("a") && element.hasAttr("href")) {
      href = element.attr("href");
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(@Nullable Node node, int depth) {
    if (node instanceof Element element && !Roles.isInline(element)) {
      endLine();
    }
    return FilterResult.CONTINUE;
  }

  private boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || alsoSilent.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true");
  }

  private void endLine() {
    String text = PlainText.oneLine(line.toString());
    if (!text.isEmpty() && !text.equals("•")) {
      lines.add(new PageLine(text, href, title));
      href = null;
      title = false;
      line.setLength(0);
    } else if (text.isEmpty()) {
      line.setLength(0);
    }
  }
}
