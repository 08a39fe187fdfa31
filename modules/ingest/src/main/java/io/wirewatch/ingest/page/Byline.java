package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.Fold;
import io.wirewatch.ingest.extract.Credit;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import io.wirewatch.ingest.extract.PageText;
import io.wirewatch.ingest.extract.SeenByline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote an article of its own page: what mark-up says, else what a reader sees. */
record Byline(Document page, PageText text, LinkedData data, Meta meta) {
  /* The site's own name is often written for want of another, so a person that is named after it goes before. */

  private static final int MOST_NAMES = 6;
  private static final List<String> META =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "cxenseparse:author",
          "byl",
          "dc.creator",
          "dcterms.creator");

  /** The names, parted by commas; empty where the page says none. */
  Optional<String> find(String headline) {
    Set<String> site = new HashSet<>(data.names("publisher"));
    meta.first("og:site_name").ifPresent(site::add);
    String ofSite = null;
    List<Supplier<Stream<String>>> ways =
        List.of(
            this::inData,
            this::inMeta,
            this::inMicrodata,
            () -> SeenByline.of(text, headline).stream());
    for (Supplier<Stream<String>> way : ways) {
      for (String name : way.get().toList()) {
        if (site.stream().noneMatch(own -> Fold.same(own, name))) {
          return Optional.of(name);
        }
        ofSite = ofSite == null ? name : ofSite;
      }
    }
    return Optional.ofNullable(ofSite);
  }

  private Stream<String> inData() {
    String all =
        data.names("author").stream()
            .flatMap(name -> Credit.usable(name).stream())
            .distinct()
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Stream.empty() : Stream.of(all);
  }

  private Stream<String> inMeta() {
    Optional<String> card =
        meta.first("twitter:label1")
            .filter(label -> label.equalsIgnoreCase("written by"))
            .flatMap(label -> meta.first("twitter:data1"));
    return Stream.concat(META.stream().flatMap(name -> meta.first(name).stream()), card.stream())
        .flatMap(name -> Credit.usable(name).stream());
  }

  private Stream<String> inMicrodata() {
    return Stream.of("[itemprop=author] [itemprop=name]", "[itemprop=author]")
        .flatMap(where -> page.select(where).stream())
        .filter(element -> element.closest("aside, nav, #comments, .comments") == null)
        .flatMap(element -> said(element).stream())
        .limit(1);
  }

  /** Names alone where the element holds more: dates, jobs. */
  private static Optional<String> said(Element element) {
    return element.hasAttr("content")
        ? Credit.usable(element.attr("content"))
        : Credit.names(element.text()).or(() -> Credit.usable(element.text()));
  }
}
