package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.annotate.tagger.TakenApart;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up in the gazetteer what the tagger found in one field of an English article. */
final class TaggedMentions {
  private static final int FOREIGN = NameUse.SORANI | NameUse.KURMANJI;
  private static final int DOUBTFUL = NameUse.WORD | NameUse.PERSON;

  private static final List<Meaning.Kind> GEOGRAPHIC =
      List.of(
          Meaning.Kind.COUNTRY, Meaning.Kind.ADMIN1, Meaning.Kind.PLACE, Meaning.Kind.NATIONALITY);

  private final Gazetteer gazetteer;
  private final Field field;
  private final Tokens tokens;
  private final TextShape shape;
  private final Emphasis emphasis;
  private final NameFinder finder;
  private final WordForms forms;
  private final List<TaggedName> names;
  private final List<TaggedName> unknown = new ArrayList<>();

  TaggedMentions(Gazetteer gazetteer, Field field, WordForms forms, List<TaggedName> names) {
    this.gazetteer = gazetteer;
    this.field = field;
    this.tokens = forms.tokens();
    this.shape = new TextShape(tokens, field);
    this.emphasis = new Emphasis(field, shape);
    this.finder = new NameFinder(gazetteer);
    this.forms = forms;
    this.names = names;
  }

  /** The names that mean something known, in their order. */
  List<Mention> read() {
    List<Mention> mentions = new ArrayList<>();
    for (TaggedName name : names) {
      Mention mention =
          switch (name.type()) {
            case PERSON -> null;
            case LOCATION -> place(name);
            case NATIONALITY -> whole(name, Meaning.Kind.NATIONALITY, Meaning.Kind.COUNTRY);
            case ORGANIZATION, GROUP -> body(name);
          };
      if (mention == null) {
        unknown.add(name);
      } else {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  /** The names of which nothing is known but what they are; after {@link #read}. */
  List<TaggedName> unknown() {
    return unknown;
  }

  private @Nullable Mention place(TaggedName name) {
    Mention whole = whole(name, Meaning.Kind.COUNTRY, Meaning.Kind.ADMIN1, Meaning.Kind.PLACE);
    if (whole == null && ContextWords.DIVISION.contains(tokens.folded(name.last()))) {
      TaggedName bare = new TaggedName(name.first(), name.last() - 1, name.type());
      Mention division = whole(bare, Meaning.Kind.ADMIN1, Meaning.Kind.PLACE);
      whole =
          division == null
              ? null
              : mention(name, division.match(), null, division.candidates(), true);
    }
    return whole == null && !isSea(name) ? part(name, EntityType.LOCATION) : whole;
  }

  private boolean isSea(TaggedName name) {
    boolean named = name.first() < name.last();
    boolean begins = named && tokens.folded(name.first() + 1).equals("of");
    return (named && ContextWords.SEA.contains(tokens.folded(name.last())))
        || (begins && ContextWords.SEA.contains(tokens.folded(name.first())));
  }

  private @Nullable Mention body(TaggedName name) {
    Mention whole = whole(name, Meaning.Kind.GROUP, Meaning.Kind.ORGANIZATION);
    boolean placeless = ContextWords.PRESS.contains(tokens.folded(name.last())) || isSea(name);
    if (whole == null && !placeless) {
      whole = part(name, EntityType.ORGANIZATION);
    }
    return whole;
  }

  /** A name that as a whole means something of these kinds. */
  private @Nullable Mention whole(TaggedName name, Meaning.Kind... kinds) {
    NameMatch match = finder.longestAt(tokens, forms, name.first(), name.last());
    if (match == null || match.last() != name.last()) {
      return null;
    }
    List<Integer> candidates = candidates(match, FOREIGN, List.of(kinds));
    return candidates.isEmpty() ? null : mention(name, match, null, candidates, true);
  }

  /**
   * A name of which a part, the longest, is the name of a place or a people; "Northern", of which
   * there is a province somewhere, is none.
   */
  private @Nullable Mention part(TaggedName name, EntityType type) {
    int without = FOREIGN | DOUBTFUL | (type == EntityType.LOCATION ? 0 : NameUse.TAGGED);
    NameMatch best = null;
    List<Integer> candidates = List.of();
    for (int word = name.first(); word <= name.last(); word++) {
      NameMatch match =
          shape.capital(word) || TakenApart.joined(tokens, word)
              ? finder.longestAt(tokens, forms, word, name.last())
              : null;
      if (match != null && !isNeutral(match) && (best == null || match.words() > best.words())) {
        List<Integer> some =
            candidates(match, without, isAgency(name, match, type) ? List.of() : GEOGRAPHIC);
        if (!some.isEmpty()) {
          best = match;
          candidates = some;
        }
      }
    }
    return best == null ? null : mention(name, best, type, candidates, false);
  }

  /** Whether it is an agency in brackets, called like a town: "(Petra)". */
  private boolean isAgency(TaggedName name, NameMatch match, EntityType type) {
    int start = tokens.start(name.first());
    return type == EntityType.ORGANIZATION
        && match.first() == name.first()
        && match.last() == name.last()
        && start > 0
        && tokens.text().charAt(start - 1) == '(';
  }

  private boolean isNeutral(NameMatch match) {
    return match.words() == 1 && ContextWords.NEUTRAL.contains(tokens.folded(match.first()));
  }

  private List<Integer> candidates(NameMatch match, int without, List<Meaning.Kind> kinds) {
    List<Integer> candidates = new ArrayList<>(2);
    for (int use = 0; use < gazetteer.uses(match.position()); use++) {
      int bits = gazetteer.bits(match.position(), use);
      int meaning = gazetteer.meaning(match.position(), use);
      boolean written = (bits & NameUse.CAPITALS) == 0 || shape.capitals(match.first());
      if ((bits & without) == 0 && written && kinds.contains(gazetteer.kind(meaning))) {
        candidates.add(meaning);
      }
    }
    return candidates;
  }

  private Mention mention(
      TaggedName name,
      NameMatch match,
      @Nullable EntityType type,
      List<Integer> candidates,
      boolean sure) {
    NameMatch span =
        new NameMatch(
            name.first(),
            name.last(),
            tokens.start(name.first()),
            TakenApart.end(tokens, name.first(), name.last()),
            match.position(),
            false);
    return new Mention(field, span, type, candidates, emphasis.of(span), sure);
  }
}
