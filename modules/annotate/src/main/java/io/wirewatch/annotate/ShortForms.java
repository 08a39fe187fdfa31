package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets a name that was seen in full decide what its short forms are: after "Peter Houston" a
 * "Houston" of whom nobody says "in" is he.
 */
final class ShortForms {
  private final Set<String> families = new HashSet<>();

  /** Notes the names of a text. */
  void hear(Tokens tokens, List<TaggedName> names) {
    for (TaggedName name : names) {
      if (name.type() == EntityType.PERSON && name.last() > name.first()) {
        families.add(tokens.folded(name.last()));
      }
    }
  }

  /**
   * The names of a text, those corrected that are short forms of what was noted; a dateline begins
   * with a place all the same.
   */
  List<TaggedName> corrected(Tokens tokens, TextShape shape, List<TaggedName> names) {
    List<TaggedName> corrected = new ArrayList<>(names.size());
    for (TaggedName name : names) {
      corrected.add(
          isFamily(tokens, name) && !startsDateline(tokens, shape, name)
              ? new TaggedName(name.first(), name.last(), EntityType.PERSON)
              : name);
    }
    return corrected;
  }

  private static boolean startsDateline(Tokens tokens, TextShape shape, TaggedName name) {
    return name.first() == 0 && shape.inDateline(tokens.end(name.last()));
  }

  private boolean isFamily(Tokens tokens, TaggedName name) {
    return name.first() == name.last()
        && name.type() != EntityType.PERSON
        && name.type() != EntityType.NATIONALITY
        && families.contains(tokens.folded(name.first()))
        && (name.first() == 0 || !ContextWords.LOCATIVE.contains(tokens.folded(name.first() - 1)));
  }
}
