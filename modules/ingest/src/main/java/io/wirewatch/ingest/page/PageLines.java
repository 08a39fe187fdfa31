package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;

/** The lines of a page that say something: no blank ones, no descriptions of pictures. */
final class PageLines {
  private PageLines() {}

  static List<PageLine> ofText(String text) {
    return useful(PlainText.lines(text).stream().map(PageLine::new).toList());
  }

  static List<PageLine> ofHtml(Document page) {
    return useful(HtmlLines.of(page.body(), Set.of("nav", "footer", "form")));
  }

  private static List<PageLine> useful(List<PageLine> all) {
    List<PageLine> lines = new ArrayList<>();
    String mark = "";
    for (PageLine line : all) {
      if (Bullets.isLoneMark(line.text())) {
        mark = line.text() + " ";
      } else if (!Furniture.isNoise(line.text())) {
        lines.add(line.behind(mark));
        mark = "";
      }
    }
    return lines;
  }
}
