package io.wirewatch.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Chooses the element that holds the article. */
final class Container {
  /* Each passage has a likelihood of being the article's. The element whose text would have the highest
   * expected F1 is the container: few likely words outside of it, few unlikely ones inside. What mark-up
   * calls the content is preferred over elements around it, which hold teasers and comments too. */

  private static final double NAMED_CONTENT = 1.8;
  private static final double ARTICLE = 1.3;
  private static final double MAIN = 1.15;

  /** Words of an element, and how many of them are expected to be the article's. */
  private static final class Sum {
    private double expected;
    private int words;
  }

  private Container() {}

  static Element of(Element root, List<Passage> passages) {
    Map<Element, Sum> sums = new HashMap<>();
    double expected = 0;
    for (Passage passage : passages) {
      double likely = passage.likelihood() * passage.words();
      expected += likely;
      for (Element e = passage.parent(); e != null; e = e.parent()) {
        Sum sum = sums.computeIfAbsent(e, none -> new Sum());
        sum.expected += likely;
        sum.words += passage.words();
      }
    }
    Element best = root;
    double most = -1;
    for (Map.Entry<Element, Sum> one : sums.entrySet()) {
      Sum sum = one.getValue();
      double f1 = 2 * sum.expected / (sum.words + expected) * preference(one.getKey());
      if (f1 > most || (f1 == most && Roles.isWithin(one.getKey(), best))) {
        most = f1;
        best = one.getKey();
      }
    }
    return best;
  }

  private static double preference(Element element) {
    if (Roles.isArticleBody(element) || Names.of(element).sayContent()) {
      return NAMED_CONTENT;
    }
    return switch (element.normalName()) {
      case "article" -> ARTICLE;
      case "main" -> MAIN;
      default -> 1;
    };
  }
}
