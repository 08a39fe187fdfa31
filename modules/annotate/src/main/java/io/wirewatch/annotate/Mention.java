package io.wirewatch.annotate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name in the text with all that it may mean there; at least one meaning.
 *
 * @param match where it stands, with all words that belong to it
 * @param type what it is where it contains the name of something else ("Iraqi army", "Mosul Dam");
 *     null where the name stands for itself
 * @param candidates indexes of meanings
 * @param emphasis how much it counts for what the article is about
 * @param sure false where the writing leaves doubt that it is a name of a place at all
 */
record Mention(
    Field field,
    NameMatch match,
    @Nullable EntityType type,
    List<Integer> candidates,
    double emphasis,
    boolean sure) {

  /** The last word that belongs to it. */
  int lastWord() {
    return match.last();
  }
}
