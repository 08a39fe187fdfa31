package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.article.UnusableInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A feed in XML: RSS of all versions, Atom, RDF, CDF. One reader for all, since feeds mix them. */
final class XmlFeed {
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel", "entry");
  private static final Set<String> ITEMS = Set.of("item", "entry");

  /** The whole text of an item, the likeliest first; then what sums it up. */
  private static final List<Name> BODIES =
      List.of(
          new Name(Vocabulary.CONTENT, "encoded"),
          new Name(Vocabulary.CORE, "encoded"),
          new Name(Vocabulary.CORE, "content"),
          new Name(Vocabulary.XHTML, "body"),
          new Name(Vocabulary.CORE, "body"),
          new Name(Vocabulary.XHTML, "div"),
          new Name(Vocabulary.CORE, "fullitem"),
          new Name(Vocabulary.YANDEX, "full-text"),
          new Name(Vocabulary.CORE, "full-text"),
          new Name(Vocabulary.CORE, "fulltext"),
          new Name(Vocabulary.CORE, "description"),
          new Name(Vocabulary.CORE, "summary"),
          new Name(Vocabulary.CORE, "abstract"),
          new Name(Vocabulary.DC, "description"),
          new Name(Vocabulary.DC, "abstract"),
          new Name(Vocabulary.ITUNES, "summary"),
          new Name(Vocabulary.ITUNES, "subtitle"),
          new Name(Vocabulary.MEDIA, "description"));

  private static final List<Name> TITLES =
      List.of(
          new Name(Vocabulary.CORE, "title"),
          new Name(Vocabulary.DC, "title"),
          new Name(Vocabulary.MEDIA, "title"),
          new Name(Vocabulary.ITUNES, "title"));

  private static final List<Name> TIMES =
      List.of(
          new Name(Vocabulary.CORE, "published"),
          new Name(Vocabulary.CORE, "issued"),
          new Name(Vocabulary.CORE, "pubdate"),
          new Name(Vocabulary.DC, "issued"),
          new Name(Vocabulary.DC, "date"),
          new Name(Vocabulary.DC, "created"),
          new Name(Vocabulary.CORE, "created"),
          new Name(Vocabulary.CORE, "date"),
          new Name(Vocabulary.CORE, "updated"),
          new Name(Vocabulary.CORE, "modified"),
          new Name(Vocabulary.DC, "modified"));

  private final FeedTree tree;
  private final boolean atom;
  private final String base;
  private final FeedHints hints;
  private final MarkedText text = new MarkedText();

  private XmlFeed(FeedTree tree, @Nullable String address) {
    this.tree = tree;
    Element channel = channel();
    this.atom = tree.rootName().equals("feed") || tree.rootName().equals("entry");
    Fields fields = new Fields(tree, channel);
    Optional<String> own = Optional.ofNullable(address);
    this.base =
        own.or(() -> new ItemLinks(fields).self(Links.base(channel, "")))
            .or(() -> new ItemLinks(fields).page(Links.base(channel, "")))
            .orElse("");
    this.hints = new ChannelHints(fields, channel, Links.base(channel, base), atom).read();
  }

  /**
   * Reads.
   *
   * @param address the feed's own; null for a file
   * @throws UnusableInputException where it is no feed, with the reason
   */
  static Feed read(String xml, @Nullable String address) throws UnusableInputException {
    FeedTree tree = FeedTree.of(xml);
    String root = tree.rootName();
    List<Element> items =
        tree.all(e -> ITEMS.contains(FeedTree.name(e)) && tree.vocabulary(e) == Vocabulary.CORE);
    if (root.isEmpty()) {
      throw new UnusableInputException("not a feed: it has no XML element");
    }
    if (root.equals("opml")) {
      throw new UnusableInputException(
          "not a feed but a list of feeds (OPML): its feeds are to be read one by one");
    }
    boolean known = ROOTS.contains(root) || !tree.all(e -> isRoot(tree, e)).isEmpty();
    if (!known && (items.isEmpty() || root.equals("html"))) {
      throw new UnusableInputException("not a feed: its root element is " + cut(root));
    }
    XmlFeed feed = new XmlFeed(tree, address);
    List<FeedItem> read = new ArrayList<>(items.size());
    for (Element item : items) {
      read.add(feed.item(item));
    }
    return new Feed(feed.hints, read);
  }

  private static boolean isRoot(FeedTree tree, Element element) {
    Vocabulary vocabulary = tree.vocabulary(element);
    return Set.of("rss", "feed", "rdf").contains(FeedTree.name(element))
        && (vocabulary == Vocabulary.CORE || vocabulary == Vocabulary.RDF);
  }

  private static String cut(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  /** The element that says what is true of all items. */
  private Element channel() {
    List<Element> channels =
        tree.all(
            e -> tree.isCore(e, "channel") || tree.isCore(e, "feed") || tree.isCore(e, "entry"));
    return channels.isEmpty() ? tree.root() : channels.get(0);
  }

  private FeedItem item(Element item) {
    Fields fields = new Fields(tree, item);
    String here = Links.base(item, base);
    ItemLinks links = new ItemLinks(fields);
    return new FeedItem(
        links.id(item),
        links.article(item, here).orElse(null),
        PlainText.oneLine(text(fields, TITLES)),
        text(fields, BODIES),
        published(fields),
        language(fields, item),
        source(fields));
  }

  private String text(Fields fields, List<Name> names) {
    return text.first(
        found(fields, names).stream()
            .map(e -> Content.of(e, atom && tree.vocabulary(e) == Vocabulary.CORE)));
  }

  private static List<Element> found(Fields fields, List<Name> names) {
    List<Element> found = new ArrayList<>(1);
    for (Name name : names) {
      found.addAll(fields.all(name));
    }
    return found;
  }

  private static Published published(Fields fields) {
    return found(fields, TIMES).stream()
        .map(time -> FeedTime.of(time.wholeText()))
        .filter(time -> time.at() != null)
        .findFirst()
        .orElse(Published.UNKNOWN);
  }

  private @Nullable String language(Fields fields, Element item) {
    Optional<Element> content =
        found(fields, BODIES).stream()
            .filter(e -> FeedTree.attribute(e, "xml:lang") != null)
            .findFirst();
    return Language.of(FeedTree.attribute(content.orElse(item), "xml:lang"))
        .or(() -> fields.text(Vocabulary.DC, "language").flatMap(Language::of))
        .or(() -> Language.of(FeedTree.attribute(item, "xml:lang")))
        .or(hints::language)
        .orElse(null);
  }

  /** Items that an aggregator took from elsewhere say from where. */
  private @Nullable String source(Fields fields) {
    return fields
        .first(Vocabulary.CORE, "source")
        .map(
            source ->
                new Fields(tree, source)
                    .first(Vocabulary.CORE, "title")
                    .map(title -> text.line(Content.of(title, atom)))
                    .orElseGet(() -> atom ? "" : text.line(Content.of(source, false))))
        .filter(name -> !name.isEmpty() && name.length() <= 200)
        .orElse(null);
  }
}
