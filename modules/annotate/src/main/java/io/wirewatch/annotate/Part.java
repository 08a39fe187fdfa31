package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.BitSet;
import java.util.List;

/**
 * One field while it is read.
 *
 * @param taken the words that belong to persons
 */
record Part(Field field, Tokens tokens, BitSet taken, List<PersonFinder.Words> persons) {
  static Part of(Field field, String text, Language language, Gazetteer gazetteer) {
    Tokens tokens = Tokens.of(text);
    BitSet taken = new BitSet(tokens.size());
    return new Part(
        field, tokens, taken, new PersonFinder(tokens, field, gazetteer).find(language, taken));
  }
}
