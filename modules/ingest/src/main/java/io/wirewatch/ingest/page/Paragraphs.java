package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Counts the text of paragraphs, in one pass however deep they nest. */
final class Paragraphs implements NodeVisitor {
  private static final int MOST_PARENTS = 1_000;
  private static final Set<String> ASIDE = Set.of("nav", "aside", "footer", "form", "figure");

  private final Map<Element, Integer> chars = new LinkedHashMap<>();
  private final Deque<Element> open = new ArrayDeque<>();
  private int aside;

  private Paragraphs() {}

  /**
   * The elements whose own paragraphs are longest together, the longest first; without what stands
   * aside of the text.
   */
  static List<Element> parents(Element root) {
    Paragraphs paragraphs = new Paragraphs();
    root.traverse(paragraphs);
    return paragraphs.chars.entrySet().stream()
        .sorted(Map.Entry.<Element, Integer>comparingByValue().reversed())
        .limit(MOST_PARENTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && aside == 0 && !open.isEmpty()) {
      Element parent = open.getLast().parent();
      if (parent != null) {
        chars.merge(parent, PlainText.oneLine(text.getWholeText()).length(), Integer::sum);
      }
    } else if (node instanceof Element element) {
      aside += ASIDE.contains(element.normalName()) ? 1 : 0;
      if (element.normalName().equals("p")) {
        open.addLast(element);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      aside -= ASIDE.contains(element.normalName()) ? 1 : 0;
      if (element.normalName().equals("p")) {
        open.removeLast();
      }
    }
  }
}
