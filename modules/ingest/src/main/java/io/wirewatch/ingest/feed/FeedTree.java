package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.UnusableInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A feed's elements, however broken its XML is; what each is called, in which vocabulary. */
final class FeedTree {
  /* Prefixes are looked up in the whole document: where they are declared too late, elsewhere or not at all,
   * people still mean what they usually stand for. */

  private static final int OPEN_ELEMENTS = 200;

  private final Document document;
  private final Map<String, Vocabulary> prefixes = new HashMap<>();
  private final Map<String, Vocabulary> namespaces = new HashMap<>();
  private final String rootPrefix;

  private FeedTree(Document document) {
    this.document = document;
    for (Element element : document.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey();
        if (key.startsWith("xmlns:")) {
          declare(key.substring(6), attribute.getValue());
        }
      }
    }
    Element root = document.firstElementChild();
    this.rootPrefix = root == null ? "" : prefix(root);
  }

  private void declare(String prefix, String uri) {
    Vocabulary.ofNamespace(uri)
        .or(() -> Vocabulary.ofPrefix(prefix))
        .ifPresent(vocabulary -> prefixes.putIfAbsent(prefix, vocabulary));
  }

  /**
   * Parses.
   *
   * @throws UnusableInputException where the text is over the bounds of {@link TagBounds}, or its
   *     {@link Doctype} is hostile
   */
  static FeedTree of(String text) throws UnusableInputException {
    String xml = LegalXml.of(Doctype.resolved(text));
    TagBounds.check(xml);
    Parser parser = Parser.xmlParser().setMaxDepth(OPEN_ELEMENTS);
    return new FeedTree(parser.parseInput(xml, ""));
  }

  /** The root element's name; empty where there is none. */
  String rootName() {
    Element root = document.firstElementChild();
    return root == null ? "" : name(root);
  }

  /** The root element, or the empty document. */
  Element root() {
    Element root = document.firstElementChild();
    return root == null ? document : root;
  }

  /** The elements that this is true of, in their order, at any depth. */
  List<Element> all(Predicate<Element> wanted) {
    return document.stream().filter(wanted).toList();
  }

  /** Whether the element is of RSS or Atom and has that name. */
  boolean isCore(Element element, String name) {
    return name(element).equals(name) && vocabulary(element) == Vocabulary.CORE;
  }

  /** Its name without prefix, in lower case. */
  static String name(Element element) {
    String written = element.normalName();
    return written.substring(written.lastIndexOf(':') + 1);
  }

  /** What the element's name is to be taken as. */
  Vocabulary vocabulary(Element element) {
    String prefix = prefix(element);
    if (prefix.isEmpty()) {
      return namespaces.computeIfAbsent(
          element.tag().namespace(), uri -> Vocabulary.ofNamespace(uri).orElse(Vocabulary.CORE));
    }
    Vocabulary known = prefixes.get(prefix);
    if (known == null) {
      known =
          prefix.equals(rootPrefix)
              ? Vocabulary.CORE
              : Vocabulary.ofPrefix(prefix).orElse(Vocabulary.OTHER);
      prefixes.put(prefix, known);
    }
    return known;
  }

  private static String prefix(Element element) {
    String written = element.tagName();
    return written.substring(0, Math.max(0, written.lastIndexOf(':')));
  }

  /** An attribute whatever its case or prefix; null where there is none. */
  static @Nullable String attribute(Element element, String name) {
    if (element.attributesSize() == 0) {
      return null;
    }
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.equalsIgnoreCase(name)
          || key.substring(key.lastIndexOf(':') + 1).equalsIgnoreCase(name)) {
        return attribute.getValue();
      }
    }
    return null;
  }
}
