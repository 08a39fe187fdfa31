package io.wirewatch.ingest.extract;

import org.jsoup.nodes.Element;

/** Parts of a page around its article, or about others. */
public final class Elsewhere {
  private Elsewhere() {}

  /** Whether mark-up or a name says so of what the element stands in. */
  public static boolean holds(Element element) {
    for (Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
      boolean around = Roles.isAround(at) || Names.of(at).sayOthers();
      if (around && at.selectFirst("h1, main, [itemprop=articleBody]") == null) {
        return true;
      }
    }
    return false;
  }
}
