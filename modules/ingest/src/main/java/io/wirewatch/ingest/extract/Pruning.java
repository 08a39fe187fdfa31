package io.wirewatch.ingest.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Leaves out what mark-up or names say is none of an article. */
final class Pruning {
  /* Names lie: whole pages stand in a div "has-sidebar". So nothing goes that holds a good part of the
   * page's prose, comments excepted; and where half of it would go by names, only the surest names count. */

  private static final double GOOD_PART = .35;
  private static final double NEARLY_ALL = .95;
  private static final int SMALL_WORDS = 30;
  private static final int SMALL_PROSE_WORDS = 15;

  private final Element root;
  private final Map<Element, Integer> prose = new HashMap<>();
  private int all;

  private Pruning(PageText page) {
    this.root = page.root();
    for (Passage passage : page.passages()) {
      if (passage.isProse()) {
        all += passage.words();
        for (Element e = passage.parent(); e != null; e = e.parent()) {
          prose.merge(e, passage.words(), Integer::sum);
        }
      }
    }
  }

  /** The passages that are left. */
  static List<Passage> passages(PageText page) {
    Element root = page.root();
    Pruning pruning = new Pruning(page);
    List<Passage> left = Passages.of(root, pruning.out(true));
    return Passages.prose(left) < pruning.all / 2 ? Passages.of(root, pruning.out(false)) : left;
  }

  private Set<Element> out(boolean byAllNames) {
    Set<Element> out = new HashSet<>();
    for (Element element : root.getAllElements()) {
      if (!element.equals(root) && !Roles.isSilent(element) && goes(element, byAllNames)) {
        out.add(element);
      }
    }
    return out;
  }

  private boolean goes(Element element, boolean byAllNames) {
    String tag = element.normalName();
    if (tag.equals("article") || tag.equals("main")) {
      return false;
    }
    Names names = Names.of(element);
    boolean content = names.sayContent() || Roles.isArticleBody(element);
    boolean named = !content && (byAllNames ? names.sayClutter() : names.saySurelyClutter());
    int words = prose.getOrDefault(element, 0);
    if (named || Roles.isAround(element) || Roles.isHidden(element)) {
      return words < GOOD_PART * all || isComments(element, names, words);
    }
    if (Roles.isFolded(element) && Passage.words(element.text()) < SMALL_PROSE_WORDS) {
      return true;
    }
    return byAllNames
        && words < SMALL_PROSE_WORDS
        && names.saySmallClutter()
        && Passage.words(element.text()) < SMALL_WORDS;
  }

  private boolean isComments(Element element, Names names, int words) {
    return words < NEARLY_ALL * all
        && names.sayComments()
        && element.selectFirst("h1, main, [itemprop=articleBody]") == null;
  }
}
