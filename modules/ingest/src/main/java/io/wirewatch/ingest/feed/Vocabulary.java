package io.wirewatch.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The vocabularies that feeds are written in, found by namespace, or by the usual prefix. */
enum Vocabulary {
  /** RSS and Atom of all versions: their names do not clash. */
  CORE(
      "rss atom atom10 atom03 a10 a rss1 rss2",
      "w3.org/2005/atom purl.org/atom/ns purl.org/rss/1.0 purl.org/net/rss1.1"
          + " my.netscape.com/rdf/simple/0.9 channel.netscape.com/rdf/simple/0.9"
          + " my.netscape.com/publish/formats/rss-0.91.dtd blogs.law.harvard.edu/tech/rss"
          + " backend.userland.com/rss backend.userland.com/rss2"
          + " backend.userland.com/rss091 backend.userland.com/rss092"),
  CONTENT("content", "purl.org/rss/1.0/modules/content"),
  DC("dc dcterms", "purl.org/dc/elements/1.1 purl.org/dc/elements/1.0 purl.org/dc/terms"),
  SYNDICATION("sy", "purl.org/rss/1.0/modules/syndication"),
  FEEDBURNER("feedburner", "rssnamespace.org/feedburner/ext/1.0"),
  MEDIA("media", "search.yahoo.com/mrss video.search.yahoo.com/mrss"),
  ITUNES("itunes", "www.itunes.com/dtds/podcast-1.0.dtd"),
  YANDEX("yandex", "news.yandex.ru"),
  XHTML("xhtml html h", "w3.org/1999/xhtml w3.org/tr/rec-html40"),
  RDF("rdf", "w3.org/1999/02/22-rdf-syntax-ns"),
  OTHER("", "w3.org/2000/svg w3.org/1998/math/mathml");

  private final String prefixes;
  private final String namespaces;

  Vocabulary(String prefixes, String namespaces) {
    this.prefixes = prefixes;
    this.namespaces = namespaces;
  }

  /** That of a namespace, written this way or nearly so. */
  static Optional<Vocabulary> ofNamespace(String uri) {
    String name =
        uri.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^https?://", "")
            .replaceFirst("^www\\.(?=w3\\.org)", "")
            .replaceFirst("[/#]+$", "");
    return List.of(values()).stream().filter(v -> isIn(v.namespaces, name)).findFirst();
  }

  /** That which the prefix usually stands for. */
  static Optional<Vocabulary> ofPrefix(String prefix) {
    String name = prefix.toLowerCase(Locale.ROOT);
    return List.of(values()).stream().filter(v -> isIn(v.prefixes, name)).findFirst();
  }

  private static boolean isIn(String words, String name) {
    return !name.isEmpty() && List.of(words.split(" ", -1)).contains(name);
  }
}
