package io.wirewatch.deliver.incident;

import java.util.List;

/**
 * Something that an article is known by: who acts in it, where it happens, or a word of its
 * headline.
 *
 * @param name for people
 * @param keys what it is found under; two articles have it in common where they share one
 */
record Trait(Kind kind, String name, List<String> keys) {

  /** What it is; an incident's kinds are written as the beginning of its keys. */
  enum Kind {
    ACTOR("actor:"),
    PLACE("place:"),
    WORD("word:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String key(String of) {
      return prefix + of;
    }
  }
}
