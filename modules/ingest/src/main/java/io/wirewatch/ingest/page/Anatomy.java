package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts a page's lines into the blocks of its articles. */
final class Anatomy {
  /* Everything hangs on the headers of blocks. What lies before the first is the main article; what
   * follows one is its headline and body, up to the next header or a title of the site. Pages differ
   * in where the headline stands: after the header, before it, or both. A line before a header that
   * says the same as the one after it is the headline's copy; two equal lines before it are the headline.
   * Blocks are looked at from the last to the first, since a block ends where the next one's copies begin. */

  private static final int LONGEST_HEADLINE = 300;
  private static final int LONGEST_HEADLINE_WITH_STOP = 160;
  private static final int LEAST_BODY_WITHOUT_FRAME = 150;

  private final List<PageLine> lines;
  private final List<Header> headers;
  private final List<Block> blocks = new ArrayList<>();
  private int firstTop;

  private Anatomy(List<PageLine> lines) {
    this.lines = lines;
    this.headers = Header.in(lines);
    this.firstTop = lines.size();
    for (int at = headers.size() - 1; at >= 0; at--) {
      addBlock(at);
    }
    Collections.reverse(blocks);
  }

  /** The blocks of a page in its order, the main article's first. */
  static List<Block> blocks(List<PageLine> lines) {
    Anatomy anatomy = new Anatomy(lines);
    anatomy.mainArticle().ifPresent(main -> anatomy.blocks.add(0, main));
    return anatomy.blocks;
  }

  private void addBlock(int number) {
    Header header = headers.get(number);
    int floor = number == 0 ? 0 : headers.get(number - 1).contentAt();
    int end = firstEnd(header.contentAt(), firstTop);
    List<PageLine> content = lines.subList(header.contentAt(), end);
    Lead lead = lead(header, floor, number == 0, content);
    firstTop = lead.top();
    blocks.add(
        new Block(
            header.publisher(),
            header.age(),
            lead.headline(),
            body(lead.headline(), content),
            header.confirmed()));
  }

  /** A block's headline, and where the block begins. */
  private record Lead(@Nullable PageLine headline, int top) {}

  private Lead lead(Header header, int floor, boolean isFirst, List<PageLine> content) {
    int top = header.top();
    PageLine after = content.isEmpty() ? null : content.get(0);
    PageLine before = top > floor ? above(top) : null;
    if (after != null && before != null && Fold.sameHeadline(before.text(), after.text())) {
      return new Lead(linked(after, before), topOfCopies(top, floor, after));
    }
    if (before != null && top - 1 > floor) {
      PageLine second = above(top - 1);
      if (second != null
          && Fold.sameHeadline(second.text(), before.text())
          && isHeadline(before, header)) {
        int first = topOfCopies(top, floor, before);
        boolean onlyContent = !isFirst && first == floor && isLead(after, content);
        if (!onlyContent) {
          return new Lead(linked(before, second), first);
        }
      }
    }
    boolean ownsLineBefore =
        before != null
            && isHeadline(before, header)
            && (isFirst ? isAlone(top - 1) : top - 1 > floor);
    if (ownsLineBefore && (after == null || !isHeadline(after, header))) {
      return new Lead(before, top - 1);
    }
    return new Lead(
        after != null && (isHeadline(after, header) || isLead(after, content)) ? after : null, top);
  }

  /** Whether a line is a headline because text follows it. */
  private static boolean isLead(@Nullable PageLine line, List<PageLine> content) {
    return line != null && content.size() > 1 && line.text().length() <= LONGEST_HEADLINE_WITH_STOP;
  }

  private int topOfCopies(int top, int floor, PageLine headline) {
    int first = top;
    while (first > floor) {
      PageLine copy = above(first);
      if (copy == null || !Fold.sameHeadline(copy.text(), headline.text())) {
        break;
      }
      first--;
    }
    return first;
  }

  /** The line before, unless it is a title of the site. */
  private @Nullable PageLine above(int line) {
    PageLine above = lines.get(line - 1);
    return Furniture.ends(above.text()) ? null : above;
  }

  private boolean isAlone(int line) {
    return line == 0 || Furniture.ends(lines.get(line - 1).text());
  }

  private static PageLine linked(PageLine headline, PageLine copy) {
    return headline.href() != null ? headline : new PageLine(headline.text(), copy.href(), false);
  }

  private static boolean isHeadline(PageLine line, Header header) {
    return line.text().length() <= LONGEST_HEADLINE
        && !line.text().endsWith(".")
        && !Bullets.isBullet(line.text())
        && Dateline.in(line.text(), List.of(header.publisher())).isEmpty();
  }

  private int firstEnd(int from, int to) {
    int end = from;
    while (end < to && !Furniture.ends(lines.get(end).text())) {
      end++;
    }
    return end;
  }

  private static List<PageLine> body(@Nullable PageLine headline, List<PageLine> content) {
    int from = 0;
    int to = content.size();
    while (headline != null
        && from < to
        && Fold.sameHeadline(content.get(from).text(), headline.text())) {
      from++;
    }
    while (from < to && Furniture.isHashtags(content.get(to - 1).text())) {
      to--;
    }
    return content.subList(from, to);
  }

  private Optional<Block> mainArticle() {
    int start = 0;
    for (int at = 0; at < firstTop; at++) {
      start = lines.get(at).title() && start == 0 ? at : start;
    }
    int end = firstEnd(start, firstTop);
    if (start == end) {
      return Optional.empty();
    }
    PageLine headline = lines.get(start);
    List<PageLine> body = body(headline, lines.subList(start, end));
    boolean framed = end < lines.size();
    boolean listPage = framed && Furniture.isListTitle(lines.get(end).text());
    int chars = body.stream().mapToInt(line -> line.text().length()).sum();
    return chars < LEAST_BODY_WITHOUT_FRAME && (listPage || !framed)
        ? Optional.empty()
        : Optional.of(new Block("", null, headline, body, false));
  }
}
