package io.wirewatch.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** All passages of a page, parted once for all who read it. */
public final class PageText {
  private final Document page;
  private final List<Passage> passages;

  private PageText(Document page) {
    this.page = page;
    this.passages = Passages.of(page.body(), Set.of());
  }

  /** The passages of a page, which is not changed any more. */
  public static PageText of(Document page) {
    return new PageText(page);
  }

  Document page() {
    return page;
  }

  Element root() {
    return page.body();
  }

  List<Passage> passages() {
    return passages;
  }
}
