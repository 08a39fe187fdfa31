package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.extract.Elsewhere;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * When an article of its own page was published: what mark-up says, else what a reader sees; for
 * want of both, when it was changed.
 */
record PublicationTime(Document page, LinkedData data, Meta meta, Instant observedAt) {
  private static final int MOST_TIMES = 200;
  private static final int MOST_LABEL_CHARS = 60;
  private static final int LEVELS_TO_LABEL = 3;

  /** The time; UNKNOWN where the page does not say any. */
  Published find(String headline) {
    return data.text("datePublished", "dateCreated", "uploadDate")
        .flatMap(StampedTime::read)
        .or(this::inMeta)
        .or(() -> beyondTheHead(SeenTime.around(headline, page, observedAt)))
        .or(() -> data.textOfPage("datePublished").flatMap(StampedTime::read))
        .orElse(Published.UNKNOWN);
  }

  /** The first that can be read. */
  private Optional<Published> inMeta() {
    return Stream.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "publishdate",
            "publish-date",
            "published-date",
            "pubdate",
            "publication_date",
            "article.published",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "date")
        .flatMap(name -> meta.first(name).flatMap(this::any).stream())
        .findFirst();
  }

  private Optional<Published> beyondTheHead(SeenTime seen) {
    return first(inArticle().filter(Predicate.not(PublicationTime::isUpdate)))
        .or(seen::published)
        .or(() -> first(times("time").filter(Predicate.not(PublicationTime::isUpdate))))
        .or(() -> first(Stream.concat(inArticle(), times("time"))))
        .or(seen::updated);
  }

  private Optional<Published> first(Stream<Element> times) {
    return times.flatMap(time -> any(said(time)).stream()).findFirst();
  }

  /** Microdata, and what is called a time, the surest places first. */
  private Stream<Element> inArticle() {
    return Stream.of(
            "[itemprop=datePublished]",
            "time[pubdate]",
            "h1 ~ time, h1 ~ * time, article header time",
            "article time, main time")
        .flatMap(this::times);
  }

  /** Those that are not of another article's teaser. */
  private Stream<Element> times(String where) {
    return page.select(where).stream().limit(MOST_TIMES).filter(Predicate.not(Elsewhere::holds));
  }

  private static String said(Element time) {
    return Stream.of(time.attr("datetime"), time.attr("content"), time.text())
        .filter(Predicate.not(String::isBlank))
        .findFirst()
        .orElse("");
  }

  /** Whether its name, its own text or the words before it say that a change is meant. */
  private static boolean isUpdate(Element time) {
    String name = (time.className() + " " + time.attr("itemprop")).toLowerCase(Locale.ROOT);
    boolean named = name.contains("updat") || name.contains("modif");
    return (named && !name.contains("publish"))
        || DateLabels.beginWithUpdate(time.text())
        || DateLabels.endInUpdate(before(time));
  }

  /** The end of the text before the element, within the few elements around it. */
  private static String before(Element time) {
    Node at = time;
    for (int level = 0; level < LEVELS_TO_LABEL && at != null; level++) {
      for (Node near = at.previousSibling(); near != null; near = near.previousSibling()) {
        String text = near instanceof TextNode node ? node.text() : text(near);
        if (!text.isBlank()) {
          return text.substring(Math.max(0, text.length() - MOST_LABEL_CHARS));
        }
      }
      at = at.parent();
    }
    return "";
  }

  private static String text(Node node) {
    return node instanceof Element element ? element.text() : "";
  }

  private Optional<Published> any(String said) {
    return StampedTime.read(said).or(() -> SeenTime.read(said, observedAt));
  }
}
