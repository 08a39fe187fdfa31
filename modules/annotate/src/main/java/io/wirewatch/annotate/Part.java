package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.List;

/**
 * One field while it is read.
 *
 * @param taken for each word whether it belongs to a person
 */
record Part(Field field, Tokens tokens, boolean[] taken, List<PersonFinder.Words> persons) {
  static Part of(Field field, String text, Language language, Gazetteer gazetteer) {
    Tokens tokens = Tokens.of(text);
    boolean[] taken = new boolean[tokens.size()];
    return new Part(
        field, tokens, taken, new PersonFinder(tokens, field, gazetteer).find(language, taken));
  }
}
