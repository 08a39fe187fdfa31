package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;

/** Whether the way in which a name is written, and what stands beside it, allow a meaning. */
final class NameWriting {
  private static final float WELL_KNOWN = 6.5f;
  private static final int LONGEST_ARTICLE = 3;

  private final Gazetteer gazetteer;
  private final Tokens tokens;
  private final TextShape shape;
  private final Language language;

  NameWriting(Gazetteer gazetteer, Tokens tokens, TextShape shape, Language language) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.shape = shape;
    this.language = language;
  }

  /**
   * Whether a name can begin with this word at all: {@link #allows} refuses all others, and most
   * words need not be looked up.
   */
  boolean mayBegin(int word) {
    if (language == Language.KMR || !isLower(word)) return true;
    return tokens.end(word) - tokens.start(word) <= LONGEST_ARTICLE
        && word + 1 < tokens.size()
        && !isLower(word + 1);
  }

  private boolean isLower(int word) {
    return Character.isLowerCase(tokens.text().codePointAt(tokens.start(word)));
  }

  /** Whether the writing satisfies what the bits of {@link NameUse} ask for. */
  boolean allows(NameMatch match, int bits) {
    if ((bits & NameUse.TAGGED) != 0) return false;
    if ((bits & NameUse.SORANI) != 0 && language != Language.CKB) return false;
    if ((bits & NameUse.ARABIC) != 0 && language == Language.CKB) return false;
    if ((bits & NameUse.KURMANJI) != 0 && language != Language.KMR) return false;
    if ((bits & NameUse.EXACT) != 0 && match.stemmed()) return false;
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
    if (before > 0 && tokens.joined(before) && !shape.capital(before)) before--;
    boolean nameBefore =
        before >= 0
            && before != previousEnd
            && shape.follows(before + 1)
            && shape.capital(before)
            && !ContextWords.NEUTRAL.contains(tokens.folded(before))
            && !shape.sentenceStart(match.first())
            && !(language == Language.KMR && shape.sentenceStart(before));
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
    if ((bits & NameUse.PERSON) != 0) return true;
    return switch (gazetteer.kind(index)) {
      case PLACE -> true;
      case ADMIN1 -> gazetteer.weight(index) < WELL_KNOWN;
      default -> false;
    };
  }

  /** Whether a word such as "in" stands before the name. */
  boolean locative(NameMatch match) {
    if (match.first() == 0) return false;
    String before = tokens.folded(match.first() - 1);
    return ContextWords.LOCATIVE.contains(before) || ContextWords.ARABIC_PLACE.contains(before);
  }

  /**
   * A place's name without a word such as "قضاء" before it; with capitalised words of it such as
   * "Mount" or "Province".
   */
  NameMatch span(NameMatch match, int free) {
    int first = match.first();
    if (match.words() > 1 && ContextWords.BEFORE_NAME.contains(tokens.folded(first))) {
      return match.from(first + 1, tokens.start(first + 1));
    }
    if (shape.titled() || language != Language.EN) return match;
    int before = first - 1;
    int after = match.last() + 1;
    if (before >= free
        && shape.capital(before)
        && shape.follows(first)
        && ContextWords.START_OF_NAME.contains(tokens.folded(before))) {
      return match.from(before, tokens.start(before));
    }
    boolean longer = after < tokens.size() && shape.capital(after) && shape.follows(after);
    return longer && ContextWords.END_OF_NAME.contains(tokens.folded(after))
        ? match.to(after, tokens.end(after))
        : match;
  }

  /** Whether the name has a capital letter; an article before it need not. */
  private boolean capital(NameMatch match) {
    int word = match.first();
    if (match.words() > 1
        && tokens.end(word) - tokens.start(word) <= LONGEST_ARTICLE
        && !shape.capital(word)) word++;
    return shape.capital(word);
  }
}
