package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;

/** Where the sources of articles are at home. */
final class Medium {
  private final Gazetteer gazetteer;

  Medium(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The country of the medium of this name, as the list of actors has it; -1 where it has none. */
  int country(String source) {
    Tokens tokens = Tokens.of(source);
    if (tokens.size() == 0) return -1;
    NameMatch match =
        new NameFinder(gazetteer).longestAt(tokens, new WordForms(tokens, Language.OTHER), 0);
    if (match == null || match.last() < tokens.size() - 1) return -1;
    for (int use = 0; use < gazetteer.uses(match.position()); use++) {
      int meaning = gazetteer.meaning(match.position(), use);
      boolean medium = gazetteer.kind(meaning) == Meaning.Kind.ORGANIZATION;
      if (medium && gazetteer.country(meaning) >= 0) return gazetteer.country(meaning);
    }
    return -1;
  }
}
