package io.wirewatch.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The vocabularies that feeds are written in, found by namespace, or by the usual prefix. */
enum Vocabulary {
  /** RSS and Atom of all versions: their names do not clash. */
  CORE(
      List.of("rss", "atom", "atom10", "atom03", "a10", "a", "rss1", "rss2"),
      List.of(
          "w3.org/2005/atom",
          "purl.org/atom/ns",
          "purl.org/rss/1.0",
          "purl.org/net/rss1.1",
          "my.netscape.com/rdf/simple/0.9",
          "channel.netscape.com/rdf/simple/0.9",
          "my.netscape.com/publish/formats/rss-0.91.dtd",
          "backend.userland.com/rss",
          "backend.userland.com/rss2",
          "backend.userland.com/rss091",
          "backend.userland.com/rss092",
          "blogs.law.harvard.edu/tech/rss")),
  CONTENT(List.of("content"), List.of("purl.org/rss/1.0/modules/content")),
  DC(
      List.of("dc", "dcterms"),
      List.of("purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0", "purl.org/dc/terms")),
  SYNDICATION(List.of("sy"), List.of("purl.org/rss/1.0/modules/syndication")),
  FEEDBURNER(List.of("feedburner"), List.of("rssnamespace.org/feedburner/ext/1.0")),
  MEDIA(List.of("media"), List.of("search.yahoo.com/mrss", "video.search.yahoo.com/mrss")),
  ITUNES(List.of("itunes"), List.of("www.itunes.com/dtds/podcast-1.0.dtd")),
  YANDEX(List.of("yandex"), List.of("news.yandex.ru")),
  XHTML(List.of("xhtml", "html", "h"), List.of("w3.org/1999/xhtml", "w3.org/tr/rec-html40")),
  RDF(List.of("rdf"), List.of("w3.org/1999/02/22-rdf-syntax-ns")),
  OTHER(List.of(), List.of("w3.org/2000/svg", "w3.org/1998/math/mathml"));

  private final List<String> prefixes;
  private final List<String> names;

  Vocabulary(List<String> prefixes, List<String> names) {
    this.prefixes = prefixes;
    this.names = names;
  }

  /** That of a namespace, written this way or nearly so. */
  static Optional<Vocabulary> ofNamespace(String uri) {
    String name =
        uri.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^https?://", "")
            .replaceFirst("^www\\.(?=w3\\.org)", "")
            .replaceFirst("[/#]+$", "");
    return List.of(values()).stream().filter(v -> v.names.contains(name)).findFirst();
  }

  /** That which the prefix usually stands for. */
  static Optional<Vocabulary> ofPrefix(String prefix) {
    String name = prefix.toLowerCase(Locale.ROOT);
    return List.of(values()).stream().filter(v -> v.prefixes.contains(name)).findFirst();
  }
}
