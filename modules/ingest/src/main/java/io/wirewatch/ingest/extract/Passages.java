package io.wirewatch.ingest.extract;

import io.wirewatch.ingest.article.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Parts an element into its passages, in one pass. */
final class Passages implements NodeFilter {
  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Set<Element> out;
  private int linkWords;
  private int linkFrom = -1;
  private @Nullable Element parent;

  private Passages(Set<Element> out) {
    this.out = out;
  }

  /** The passages of an element in its order, without those of elements that are left out. */
  static List<Passage> of(Element root, Set<Element> out) {
    Passages reader = new Passages(out);
    root.filter(reader);
    reader.endPassage();
    return reader.passages;
  }

  /** How many of the words are of prose. */
  static int prose(List<Passage> passages) {
    return passages.stream().filter(Passage::isProse).mapToInt(Passage::words).sum();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (Roles.isSilent(element) || out.contains(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!Roles.isInline(element)) {
      endPassage();
    }
    if (element.normalName().equals("a") && linkFrom < 0) {
      linkFrom = line.length();
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(@Nullable Node node, int depth) {
    if (node instanceof Element element) {
      if (element.normalName().equals("a")) {
        countLink();
        linkFrom = -1;
      }
      if (!Roles.isInline(element)) {
        endPassage();
      }
    }
    return FilterResult.CONTINUE;
  }

  private void append(TextNode text) {
    if (parent == null && !text.isBlank()) {
      parent = block(text);
    }
    line.append(text.getWholeText());
  }

  private static @Nullable Element block(TextNode text) {
    Element around = text.parent();
    while (around != null && Roles.isInline(around) && around.parent() != null) {
      around = around.parent();
    }
    return around;
  }

  private void countLink() {
    if (linkFrom >= 0 && linkFrom < line.length()) {
      linkWords += Passage.words(line.subSequence(linkFrom, line.length()));
    }
  }

  private void endPassage() {
    countLink();
    linkFrom = linkFrom < 0 ? -1 : 0;
    String text = PlainText.oneLine(line.toString());
    if (!text.isEmpty() && parent != null) {
      passages.add(new Passage(text, parent, Passage.words(text), linkWords));
    }
    line.setLength(0);
    parent = null;
    linkWords = 0;
  }
}
