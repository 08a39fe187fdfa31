package io.wirewatch.ingest.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Lists of other articles inside of an article: headings that are links, with little text each. */
final class Teasers {
  private static final int LEAST = 2;
  private static final int MOST_WORDS_EACH = 60;
  private static final double MOST_OF_ARTICLE = .4;
  private static final double LINKED = .8;

  /** Linked headings and words of an element. */
  private static final class Count {
    private int headings;
    private int words;
  }

  private Teasers() {}

  /** The passages of a container that are in no such list. */
  static List<Passage> without(List<Passage> passages, Element container) {
    Map<Element, Count> counts = new HashMap<>();
    int words = 0;
    for (Passage passage : passages) {
      words += passage.words();
      int heading = passage.linkShare() > LINKED && passage.isHeading() ? 1 : 0;
      for (Element e = passage.parent(); e != null && !e.equals(container); e = e.parent()) {
        Count count = counts.computeIfAbsent(e, none -> new Count());
        count.headings += heading;
        count.words += passage.words();
      }
    }
    Set<Element> lists = new HashSet<>();
    for (Map.Entry<Element, Count> one : counts.entrySet()) {
      Count count = one.getValue();
      if (count.headings >= LEAST
          && count.words < MOST_WORDS_EACH * count.headings
          && count.words < MOST_OF_ARTICLE * words) {
        lists.add(one.getKey());
      }
    }
    return passages.stream().filter(p -> !isIn(lists, p, container)).toList();
  }

  private static boolean isIn(Set<Element> lists, Passage passage, Element container) {
    for (Element e = passage.parent(); e != null && !e.equals(container); e = e.parent()) {
      if (lists.contains(e)) {
        return true;
      }
    }
    return false;
  }
}
