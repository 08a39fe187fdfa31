package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * One field with what was found in it.
 *
 * @param mentions names that may mean something known, in their order
 * @param names names of which nothing is known but what they are
 */
record Part(Field field, Tokens tokens, List<Mention> mentions, List<TaggedName> names) {
  /** With the names counting as said with that emphasis. */
  Part emphasised(double emphasis) {
    List<Mention> more = new ArrayList<>();
    for (Mention mention : mentions) {
      more.add(
          new Mention(
              mention.field(),
              mention.match(),
              mention.type(),
              mention.candidates(),
              emphasis,
              true));
    }
    return new Part(field, tokens, more, names);
  }
}
