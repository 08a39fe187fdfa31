package io.wirewatch.ingest.extract;

import io.wirewatch.ingest.article.Fold;
import io.wirewatch.ingest.article.PlainText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote an article, as a reader of its page sees it. */
public final class SeenByline {
  /* A line says it by its words ("By …"), by its mark-up (its name, a link to an author's page) or by the
   * job behind it. Below the headline the first such line counts, then the nearest above. Elsewhere on the
   * page, where related articles have authors too, names count only if all of them are the same. */

  private static final int WORDS_BELOW = 150;
  private static final int PROSE_BELOW = 70;
  private static final int LINES_ABOVE = 6;
  private static final int MOST_WORDS = 25;
  private static final int MOST_MARKED_WORDS = 80;
  private static final int MARKED_WITHIN = 3;
  private static final int MOST_CHILDREN = 20;
  private static final int MOST_JOB_WORDS = 6;
  private static final Pattern AUTHOR_PAGE =
      Pattern.compile(
          "(?i).*(?:/(?:authors?|contributors?|writers?|reporters?|journalists?|columnists?|profiles?|staff)/[^/?#]"
              + "|[?&]author=).*");

  private final List<Passage> lines;
  private final @Nullable Element heading;

  private SeenByline(List<Passage> lines, @Nullable Element heading) {
    this.lines = lines;
    this.heading = heading;
  }

  /** The names of each line that says some, in the order in which they count; mostly one. */
  public static List<String> of(PageText page, String headline) {
    SeenByline seen = new SeenByline(page.passages(), heading(page.page(), headline));
    int at = seen.indexOf(headline);
    int end = seen.endOfOpening(at);
    IntStream below = IntStream.range(at + 1, end);
    IntStream above = IntStream.range(0, Math.min(at, LINES_ABOVE)).map(up -> at - 1 - up);
    List<String> names = seen.credits(IntStream.concat(below, above), false).toList();
    return names.isEmpty() ? seen.agreed(end) : names;
  }

  private static @Nullable Element heading(Document page, String headline) {
    List<Element> headings = page.select("h1, h2");
    return Stream.of("h1", "h2")
        .flatMap(level -> headings.stream().filter(one -> one.normalName().equals(level)))
        .filter(heading -> Fold.sameHeadline(heading.text(), headline))
        .findFirst()
        .orElse(page.selectFirst("h1"));
  }

  private int indexOf(String headline) {
    for (int at = 0; at < lines.size(); at++) {
      Passage line = lines.get(at);
      if (heading != null
          ? Roles.isWithin(line.parent(), heading)
          : Fold.same(line.text(), headline)) {
        return at;
      }
    }
    return -1;
  }

  /** Behind the first paragraphs, which a summary may come before. */
  private int endOfOpening(int headline) {
    int words = 0;
    int prose = 0;
    int end = headline + 1;
    while (headline >= 0 && end < lines.size() && words < WORDS_BELOW && prose < PROSE_BELOW) {
      Passage line = lines.get(end++);
      words += line.words();
      prose += line.isProse() ? line.words() : 0;
    }
    return end;
  }

  private Stream<String> credits(IntStream where, boolean far) {
    return where
        .filter(at -> lines.get(at).words() <= MOST_WORDS)
        .mapToObj(
            at -> credit(at, far).filter(found -> !isElsewhere(lines.get(at).parent())).stream())
        .flatMap(names -> names);
  }

  private List<String> agreed(int from) {
    List<String> all =
        credits(IntStream.range(from, lines.size()), true).distinct().limit(2).toList();
    return all.size() == 1 ? all : List.of();
  }

  private Optional<String> credit(int at, boolean far) {
    Passage line = lines.get(at);
    String before = at > 0 ? lines.get(at - 1).text() : "";
    if (Credit.isTooLong(line.text())
        || Credit.isOfOthers(line.text())
        || Credit.isOfOthers(before)) {
      return Optional.empty();
    }
    boolean labelled = Credit.isLabel(before) || Credit.isLabelled(line.text());
    if (far && !labelled) {
      return Optional.empty();
    }
    String text = Credit.withoutReviewers(line.text());
    Optional<String> marked = marked(line, text);
    if (marked.isPresent() || line.isProse()) {
      return marked;
    }
    return Credit.names(text)
        .filter(names -> names.contains(" "))
        .filter(names -> labelled || isMarkedAround(line.parent(), names) || isWithJob(at));
  }

  /** Whether it stands in a part with other authors, where the headline does not. */
  private boolean isElsewhere(Element line) {
    boolean inArticle = line.closest("article, main") != null;
    for (Element at = line; at != null; at = at.parent()) {
      String tag = at.normalName();
      boolean around =
          Roles.isAround(at) && !tag.equals("header") && !(inArticle && tag.equals("footer"));
      if ((around || Roles.isHidden(at) || Names.of(at).sayOthers())
          && (heading == null || !Roles.isWithin(heading, at))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithJob(int at) {
    String text = lines.get(at).text();
    int bar = text.indexOf('|');
    if (bar >= 0) {
      return Credit.isJob(text.substring(bar + 1).strip());
    }
    return at + 1 < lines.size()
        && lines.get(at + 1).words() <= MOST_JOB_WORDS
        && Credit.isJob(lines.get(at + 1).text());
  }

  /** The names in those parts of a line that are marked as its authors. */
  private static Optional<String> marked(Passage line, String text) {
    if (line.parent().childNodeSize() > MOST_CHILDREN) {
      return Optional.empty();
    }
    // Sentences link people whom they tell of.
    Predicate<Element> isMarked =
        line.isProse() ? SeenByline::isCalledAuthor : SeenByline::isAuthor;
    Set<String> names = new LinkedHashSet<>();
    for (Element part : line.parent().getAllElements()) {
      if (isMarked.test(part) && part.children().stream().noneMatch(isMarked)) {
        String said = PlainText.oneLine(part.text());
        Credit.names(said).filter(found -> text.contains(said)).ifPresent(names::add);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  /** Without capitals any short line looks like a name, so only the innermost mark counts. */
  private static boolean isMarkedAround(Element line, String names) {
    int within = Character.isUpperCase(names.charAt(0)) ? MARKED_WITHIN : 1;
    Element at = line;
    for (int up = 0; up < within && at != null && !Names.of(at).sayDetail(); up++) {
      if (isAuthor(at) && Passage.words(at.text()) <= MOST_MARKED_WORDS) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private static boolean isAuthor(Element element) {
    return isCalledAuthor(element) || AUTHOR_PAGE.matcher(element.attr("href")).matches();
  }

  private static boolean isCalledAuthor(Element element) {
    return element.attr("rel").equals("author")
        || element.attr("itemprop").equals("author")
        || Names.of(element).sayAuthor();
  }
}
