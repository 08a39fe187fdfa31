package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names in one field of an article, leaving out those that the writing shows to be
 * something else.
 */
final class MentionReader {
  private final Gazetteer gazetteer;
  private final NameFinder finder;
  private final Field field;
  private final Tokens tokens;
  private final TextShape shape;
  private final WordForms forms;
  private final NameWriting writing;
  private final Institutions institutions;
  private final Emphasis emphasis;
  private final BitSet taken;
  private final Set<Integer> persons = new HashSet<>();
  private boolean partOfName;

  MentionReader(
      Gazetteer gazetteer, Field field, WordForms forms, BitSet taken, Language language) {
    this.gazetteer = gazetteer;
    this.finder = new NameFinder(gazetteer);
    this.field = field;
    this.tokens = forms.tokens();
    this.taken = taken;
    this.shape = new TextShape(tokens, field);
    this.forms = forms;
    this.writing = new NameWriting(gazetteer, tokens, shape, language);
    this.emphasis = new Emphasis(field, shape);
    this.institutions = new Institutions(tokens, shape, language);
  }

  /** The names in their order; words that are taken (by persons found before) are passed over. */
  List<Mention> read() {
    List<Mention> mentions = new ArrayList<>();
    int previousEnd = -1;
    for (int word = 0; word < tokens.size(); ) {
      partOfName = false;
      NameMatch match =
          taken.get(word) || !writing.mayBegin(word) ? null : finder.longestAt(tokens, forms, word);
      Mention mention = match == null || anyTaken(match) ? null : mention(match, previousEnd);
      if (mention == null) {
        word = match != null && partOfName ? match.last() + 1 : word + 1;
      } else {
        mentions.add(mention);
        previousEnd = mention.lastWord();
        word = previousEnd + 1;
      }
    }
    return mentions;
  }

  /**
   * Names (by their position in the gazetteer) that stood as part of a person's or an
   * organisation's name.
   */
  Set<Integer> partsOfLongerNames() {
    return persons;
  }

  private boolean anyTaken(NameMatch match) {
    int next = taken.nextSetBit(match.first());
    return next >= 0 && next <= match.last();
  }

  private @Nullable Mention mention(NameMatch match, int previousEnd) {
    boolean nextIsName =
        match.last() + 1 < tokens.size()
            && finder.longestAt(tokens, forms, match.last() + 1) != null;
    NameMatch body = widened(match, previousEnd);
    boolean besideName = body == null && writing.besideName(match, previousEnd, nextIsName);
    List<Integer> candidates = new ArrayList<>(2);
    for (int use = 0; use < gazetteer.uses(match.position()); use++) {
      int bits = gazetteer.bits(match.position(), use);
      int meaning = gazetteer.meaning(match.position(), use);
      if (!writing.allows(match, bits)) continue;
      if (besideName && writing.yieldsToPerson(meaning, bits)) {
        persons.add(match.position());
        partOfName = true;
        continue;
      }
      candidates.add(meaning);
    }
    if (candidates.isEmpty()) return null;
    Meaning.Kind kind = gazetteer.kind(candidates.get(0));
    NameMatch span =
        kind.type() == EntityType.LOCATION ? writing.span(match, previousEnd + 1) : match;
    if (anyTaken(span)) span = match;
    NameMatch institution = body != null && isGeographic(kind) ? body : null;
    return new Mention(
        field,
        institution == null ? span : institution,
        institution == null ? null : EntityType.ORGANIZATION,
        candidates,
        emphasis.of(match),
        writing.locative(match));
  }

  private @Nullable NameMatch widened(NameMatch match, int previousEnd) {
    NameMatch body = institutions.widen(match, previousEnd + 1);
    return body.words() == match.words() || anyTaken(body) ? null : body;
  }

  private static boolean isGeographic(Meaning.Kind kind) {
    return switch (kind) {
      case COUNTRY, ADMIN1, PLACE, NATIONALITY -> true;
      default -> false;
    };
  }
}
