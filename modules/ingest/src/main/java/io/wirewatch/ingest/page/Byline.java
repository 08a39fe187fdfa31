package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote a page's article, as it says: in linked data, {@code meta}, microdata, its mark-up. */
final class Byline {
  private static final int MOST_CHARS = 100;
  private static final int MOST_NAMES = 6;
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:written |posted |reported )?by|author|بقلم|كتب|كتبت|كتابة|الكاتب|نووسینی|نووسەر|ئامادەکردنی|nivîskar)"
              + "(?:\\s*[:：/]\\s*|\\s+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NO_NAME =
      Pattern.compile(
          "https?:.*|www\\..*|[@#].*|.*[<>{}=].*|[^\\p{L}]*|admin|administrator|author|editor|staff|user|unknown|null|undefined",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> MARKED =
      List.of(
          "[itemprop=author] [itemprop=name]",
          "[itemprop=author]",
          "[rel=author]",
          ".byline__name, .byline-name, .author-name, .author__name, .article-author__name",
          ".byline a, .author a",
          ".byline, .post-author, .entry-author, .article-author, .author");

  private Byline() {}

  /** The names, parted by commas; empty where the page says none. */
  static Optional<String> of(Document page, LinkedData data, Meta meta) {
    return joined(data.names("author").stream())
        .or(
            () ->
                joined(
                    Stream.of("author", "article:author", "parsely-author", "byl", "dc.creator")
                        .flatMap(name -> meta.first(name).stream())
                        .flatMap(name -> cleaned(name).stream())
                        .limit(1)))
        .or(() -> marked(page));
  }

  private static Optional<String> marked(Document page) {
    return MARKED.stream()
        .flatMap(where -> page.select(where).stream())
        .filter(element -> element.closest("aside, footer, nav, #comments, .comments") == null)
        .flatMap(element -> cleaned(text(element)).stream())
        .findFirst();
  }

  private static String text(Element element) {
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  private static Optional<String> joined(Stream<String> names) {
    String all =
        names
            .flatMap(name -> cleaned(name).stream())
            .distinct()
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Optional<String> cleaned(String written) {
    String name = LABEL.matcher(PlainText.oneLine(written)).replaceFirst("");
    boolean usable =
        !name.isEmpty() && name.length() <= MOST_CHARS && !NO_NAME.matcher(name).matches();
    return usable ? Optional.of(name) : Optional.empty();
  }
}
