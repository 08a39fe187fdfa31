package io.wirewatch.ingest.feed;

import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads OPML, in which readers of feeds hand on what they read: nested outlines, some of them
 * feeds.
 */
public final class OpmlReader {
  /** More than that is no list that somebody made. */
  public static final int MOST_SOURCES = 10_000;

  private static final int MOST_NAME_CHARS = 200;

  private OpmlReader() {}

  /**
   * The feeds of a list, in its order; each address once. Outlines without an address are folders.
   *
   * @param charset what HTTP declared; null for a file
   * @throws UnusableInputException where it is no such list, is hostile, or names more than {@value
   *     #MOST_SOURCES} feeds
   */
  public static List<OpmlSource> read(byte[] opml, @Nullable Charset charset)
      throws UnusableInputException {
    FeedTree tree = FeedTree.of(FeedText.of(opml, charset));
    List<Element> outlines = tree.all(e -> FeedTree.name(e).equals("outline"));
    if (!tree.rootName().equals("opml") && outlines.isEmpty()) {
      throw new UnusableInputException("not a list of feeds: it has no OPML in it");
    }
    Map<String, OpmlSource> sources = new LinkedHashMap<>();
    for (Element outline : outlines) {
      source(outline).ifPresent(source -> sources.putIfAbsent(source.url(), source));
      if (sources.size() > MOST_SOURCES) {
        throw new UnusableInputException("over " + MOST_SOURCES + " feeds in one list");
      }
    }
    return new ArrayList<>(sources.values());
  }

  private static Optional<OpmlSource> source(Element outline) {
    Optional<String> url = said(outline, "xmlUrl").or(() -> ofRssOutline(outline));
    return url.flatMap(written -> Links.absolute(webAddress(written), ""))
        .map(
            address -> {
              String name = name(outline).orElseGet(() -> CanonicalUrl.host(address));
              return new OpmlSource(
                  name,
                  said(outline, "title").orElse(name),
                  address,
                  said(outline, "type").map(t -> t.toLowerCase(Locale.ROOT)).orElse("rss"),
                  said(outline, "htmlUrl").flatMap(page -> Links.absolute(page, "")),
                  said(outline, "language").flatMap(Language::of),
                  folders(outline));
            });
  }

  private static Optional<String> name(Element outline) {
    return said(outline, "text").or(() -> said(outline, "title"));
  }

  /** Some write the feed's address where others write a page's. */
  private static Optional<String> ofRssOutline(Element outline) {
    boolean feed = said(outline, "type").filter(t -> t.matches("(?i)rss|atom|feed")).isPresent();
    return feed ? said(outline, "url").or(() -> said(outline, "htmlUrl")) : Optional.empty();
  }

  private static String webAddress(String written) {
    return written.replaceFirst("^feed://", "http://").replaceFirst("^feed:(?=https?:)", "");
  }

  private static List<String> folders(Element outline) {
    List<String> names = new ArrayList<>();
    for (Element parent : outline.parents()) {
      if (FeedTree.name(parent).equals("outline")) {
        name(parent).ifPresent(name -> names.add(0, name));
      }
    }
    return names;
  }

  private static Optional<String> said(Element outline, String name) {
    return Stream.ofNullable(FeedTree.attribute(outline, name))
        .map(value -> PlainText.cut(new MarkedText().line(new Content(value, false)), limit(name)))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static int limit(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("url") ? Integer.MAX_VALUE : MOST_NAME_CHARS;
  }
}
