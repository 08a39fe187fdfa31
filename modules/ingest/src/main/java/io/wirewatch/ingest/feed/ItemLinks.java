package io.wirewatch.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in an item or a channel: RSS writes them as text, Atom as attributes, both in both.
 */
final class ItemLinks {
  private final Fields fields;

  ItemLinks(Fields fields) {
    this.fields = fields;
  }

  /** What the feed calls the item; null where it does not. */
  @Nullable String id(Element item) {
    return fields
        .text(Vocabulary.CORE, "guid")
        .or(() -> fields.text(Vocabulary.CORE, "id"))
        .or(() -> Optional.ofNullable(FeedTree.attribute(item, "rdf:about")))
        .or(() -> fields.text(Vocabulary.DC, "identifier"))
        .orElse(null);
  }

  /** The article's canonical address: its own before that of a counter in between. */
  Optional<String> article(Element item, String base) {
    Stream<Optional<String>> found =
        Stream.of(
            fields.text(Vocabulary.FEEDBURNER, "origlink"),
            written(),
            permalink(),
            fields.text(Vocabulary.CORE, "id").filter(Links::isAddress),
            Optional.ofNullable(FeedTree.attribute(item, "about")),
            Optional.ofNullable(FeedTree.attribute(item, "href")));
    return found
        .flatMap(Optional::stream)
        .flatMap(link -> Links.canonical(link, base).stream())
        .findFirst();
  }

  /** The page that a channel belongs to. */
  Optional<String> page(String base) {
    return written().flatMap(link -> Links.absolute(link, base));
  }

  /** The feed's own address. */
  Optional<String> self(String base) {
    return related("self", base).stream().findFirst();
  }

  /** Absolute addresses of a relation, unique. */
  List<String> related(String relation, String base) {
    return fields.all(Vocabulary.CORE, "link").stream()
        .filter(link -> relation(link).equals(relation))
        .flatMap(link -> Links.absolute(FeedTree.attribute(link, "href"), base).stream())
        .distinct()
        .toList();
  }

  private Optional<String> written() {
    List<Element> links =
        fields.all(Vocabulary.CORE, "link").stream()
            .filter(link -> relation(link).equals("alternate"))
            .filter(link -> !address(link).isBlank())
            .toList();
    return links.stream()
        .filter(ItemLinks::isPage)
        .findFirst()
        .or(() -> links.stream().findFirst())
        .map(ItemLinks::address);
  }

  private Optional<String> permalink() {
    return fields
        .first(Vocabulary.CORE, "guid")
        .filter(guid -> !"false".equalsIgnoreCase(FeedTree.attribute(guid, "isPermaLink")))
        .map(Element::wholeText)
        .filter(Links::isAddress);
  }

  private static String address(Element link) {
    String href = FeedTree.attribute(link, "href");
    return href == null ? link.wholeText() : href;
  }

  private static String relation(Element link) {
    String rel = FeedTree.attribute(link, "rel");
    String name = rel == null ? "" : rel.strip().toLowerCase(Locale.ROOT);
    return name.isEmpty() ? "alternate" : name.substring(name.lastIndexOf('/') + 1);
  }

  private static boolean isPage(Element link) {
    String type = FeedTree.attribute(link, "type");
    return type == null || type.toLowerCase(Locale.ROOT).contains("html");
  }
}
