package io.wirewatch.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The elements right below an item or a channel, by what they are called; those of Media RSS also
 * below a group or a film of it.
 */
final class Fields {
  /* Where a title is not closed, what follows it stands in it: names that no mark-up has say so. */

  private static final Set<String> NEVER_IN_TEXT =
      Set.of("guid", "pubdate", "description", "published", "updated", "issued", "modified");

  /** What they say of the film or the picture, they say of an item that is one. */
  private static final Set<Name> MEDIA =
      Set.of(new Name(Vocabulary.MEDIA, "group"), new Name(Vocabulary.MEDIA, "content"));

  private final FeedTree tree;
  private final Map<Name, List<Element>> elements = new HashMap<>();

  Fields(FeedTree tree, Element parent) {
    this.tree = tree;
    for (Element child : parent.children()) {
      add(child);
    }
  }

  private void add(Element field) {
    Name name = new Name(tree.vocabulary(field), FeedTree.name(field));
    elements.computeIfAbsent(name, first -> new ArrayList<>(1)).add(field);
    if (MEDIA.contains(name)) {
      field.children().forEach(this::add);
    }
    if (field.firstElementChild() == null || !isOpenEnded(field)) {
      return;
    }
    boolean swallows =
        field.children().stream().anyMatch(c -> NEVER_IN_TEXT.contains(FeedTree.name(c)));
    if (swallows) {
      List<Element> swallowed = List.copyOf(field.children());
      List<Node> own =
          field.childNodes().stream().filter(node -> !(node instanceof Element)).toList();
      // Not one by one: each would move all behind it.
      field.empty().appendChildren(own);
      swallowed.forEach(this::add);
    }
  }

  private static boolean isOpenEnded(Element field) {
    return Set.of("title", "link", "description", "guid", "id", "pubdate", "summary")
        .contains(FeedTree.name(field));
  }

  /** All of that name, in their order. */
  List<Element> all(Vocabulary vocabulary, String name) {
    return all(new Name(vocabulary, name));
  }

  /** All of that name, in their order. */
  List<Element> all(Name name) {
    return elements.getOrDefault(name, List.of());
  }

  /** The first of that name that is not empty. */
  Optional<Element> first(Vocabulary vocabulary, String name) {
    return all(vocabulary, name).stream().filter(Fields::isFilled).findFirst();
  }

  /** The text of the first of that name, stripped and not empty. */
  Optional<String> text(Vocabulary vocabulary, String name) {
    return first(vocabulary, name).map(e -> e.wholeText().strip()).filter(t -> !t.isEmpty());
  }

  private static boolean isFilled(Element element) {
    return element.firstElementChild() != null || !element.wholeText().isBlank();
  }
}
