package io.wirewatch.ingest.extract;

import io.wirewatch.ingest.article.Fold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Finds the paragraphs of the article that an HTML page holds. */
public final class ArticleText {
  /* Four steps: leave out what is clutter by its mark-up or its name; choose the element whose passages
   * look most like one article; leave out lists of other articles in it; stop at the titles of what
   * follows an article. No step knows a site. */

  private static final int LEAST_WORDS_BEFORE_END = 80;
  private static final double SURE_END_FROM = .4;
  private static final double END_FROM = .8;
  private static final int LONGEST_NAME_WORDS = 8;

  private final List<Passage> passages;
  private final Set<String> said;
  private final List<String> kept = new ArrayList<>();

  private ArticleText(List<Passage> passages, Collection<String> said) {
    this.passages = passages;
    this.said = said.stream().map(Fold::of).collect(Collectors.toSet());
  }

  /**
   * The paragraphs in their order; empty where nothing looks like an article.
   *
   * @param said the headline and the authors' names: lines that say nothing else are left out
   */
  public static List<String> of(PageText page, Collection<String> said) {
    List<Passage> left = Pruning.passages(page);
    Element container = Container.of(page.root(), left);
    List<Passage> inside =
        left.stream().filter(p -> Roles.isWithin(p.parent(), container)).toList();
    ArticleText text = new ArticleText(Teasers.without(inside, container), said);
    text.keep();
    return text.kept;
  }

  private void keep() {
    int all = passages.stream().mapToInt(Passage::words).sum();
    int before = 0;
    for (Passage passage : passages) {
      before += passage.words();
      boolean follows = SiteLines.follows(passage);
      boolean title = follows || SiteLines.mayFollow(passage);
      double least = follows ? SURE_END_FROM : END_FROM;
      if (title && before > LEAST_WORDS_BEFORE_END && before > least * all) {
        return;
      }
      if (!title && isText(passage)) {
        kept.add(passage.text());
      }
    }
  }

  private boolean isText(Passage passage) {
    boolean link = passage.linkShare() > .8 && passage.words() < 4;
    return passage.words() > 0
        && !link
        && !passage.parent().normalName().equals("h1")
        && !SiteLines.isNotice(passage)
        && !isTime(passage)
        && !isSaid(passage);
  }

  private static boolean isTime(Passage passage) {
    if (passage.words() > LONGEST_NAME_WORDS) {
      return false;
    }
    for (Element child : passage.parent().children()) {
      if (child.normalName().equals("time") && Fold.same(child.text(), passage.text())) {
        return true;
      }
    }
    return false;
  }

  private boolean isSaid(Passage passage) {
    return (passage.words() <= LONGEST_NAME_WORDS || passage.isHeading())
        && said.contains(Fold.of(passage.text()));
  }
}
