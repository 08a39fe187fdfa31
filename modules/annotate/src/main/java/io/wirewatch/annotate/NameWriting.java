package io.wirewatch.annotate;

import io.wirewatch.language.Tokens;

/** Whether the way in which a name is written, and what stands beside it, allow a meaning. */
final class NameWriting {
  private static final float WELL_KNOWN = 6.5f;

  private final Gazetteer gazetteer;
  private final Tokens tokens;
  private final TextShape shape;

  NameWriting(Gazetteer gazetteer, Tokens tokens, TextShape shape) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.shape = shape;
  }

  /** Whether the writing satisfies what the bits of {@link NameUse} ask for. */
  boolean allows(NameMatch match, int bits) {
    boolean word = (bits & NameUse.WORD) != 0;
    if (WordForms.isArabicScript(tokens.folded(match.first()))) {
      return !word
          || match.words() > 1
          || (match.first() > 0
              && ContextWords.ARABIC_PLACE.contains(tokens.folded(match.first() - 1)));
    }
    if ((bits & NameUse.CAPITALS) != 0) return shape.capitals(match.first());
    if ((bits & NameUse.LOWER) == 0 && !capital(match)) return false;
    return !word || !(shape.titled() || shape.sentenceStart(match.first()));
  }

  /**
   * Whether another capitalised word stands directly before or after, so that the name may be a
   * part of a longer one.
   */
  boolean besideName(NameMatch match, int previousEnd, boolean nextIsName) {
    if (shape.titled() || WordForms.isArabicScript(tokens.folded(match.first()))) return false;
    int before = match.first() - 1;
    boolean nameBefore =
        before >= 0
            && before != previousEnd
            && shape.follows(match.first())
            && shape.capital(before)
            && !ContextWords.NEUTRAL.contains(tokens.folded(before))
            && !shape.sentenceStart(match.first());
    int after = match.last() + 1;
    boolean nameAfter =
        after < tokens.size()
            && !nextIsName
            && (shape.follows(after) || tokens.joined(match.last()))
            && shape.capital(after)
            && !ContextWords.GENERIC.contains(tokens.folded(after))
            && !ContextWords.NEUTRAL.contains(tokens.folded(after));
    return nameBefore || nameAfter;
  }

  /** Whether a meaning gives way where the name is part of a longer one. */
  boolean yieldsToPerson(int index, int bits) {
    Meaning meaning = gazetteer.meaning(index);
    if ((bits & NameUse.PERSON) != 0) return true;
    return switch (meaning.kind()) {
      case PLACE -> true;
      case ADMIN1 -> meaning.weight() < WELL_KNOWN;
      default -> false;
    };
  }

  /** Whether a word such as "in" stands before the name. */
  boolean locative(NameMatch match) {
    return match.first() > 0 && ContextWords.LOCATIVE.contains(tokens.folded(match.first() - 1));
  }

  /** Whether the name has a capital letter; an article before it need not. */
  private boolean capital(NameMatch match) {
    int word = match.first();
    if (match.words() > 1 && tokens.end(word) - tokens.start(word) <= 3 && !shape.capital(word))
      word++;
    return shape.capital(word);
  }
}
