package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.NameTagger;
import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one article: first names, then what the names mean, then the regions. */
final class ArticleReader {
  private static final double DATELINE = 3;
  private static final double CERTAIN = 5;

  private final Gazetteer gazetteer;
  private final NameTagger tagger;
  private final ArticleText article;
  private final Language language;
  private final Set<Integer> partsOfLongerNames = new HashSet<>();
  private final ShortForms shortForms = new ShortForms();
  private final PlaceResolver resolver;
  private final RegionWeights weights;
  private final Entities entities;

  ArticleReader(Gazetteer gazetteer, NameTagger tagger, ArticleText article, Language language) {
    this.gazetteer = gazetteer;
    this.tagger = tagger;
    this.article = article;
    this.language = language;
    this.resolver = new PlaceResolver(gazetteer);
    this.weights = new RegionWeights(gazetteer);
    this.entities = new Entities(gazetteer, language);
  }

  Annotation annotation() {
    String from = article.dateline();
    Named title = named(Field.HEADLINE, article.headline());
    Named text = named(Field.BODY, article.body());
    Part headline = read(title);
    Part body = read(text);
    Part dateline = read(named(Field.BODY, from == null ? "" : from)).emphasised(DATELINE);
    headline.mentions().removeIf(this::isRatherNoPlace);
    body.mentions().removeIf(this::isRatherNoPlace);
    for (Part part : List.of(headline, body, dateline)) resolver.hear(part);
    if (article.source() != null)
      resolver.hearHome(new Medium(gazetteer).country(article.source()));
    tell(headline);
    tell(body);
    resolver.resolve(dateline).forEach(weights::add);
    return new Annotation(language, entities.sorted(), weights.regions());
  }

  private void tell(Part part) {
    for (TaggedName name : part.names()) entities.add(part, name);
    for (Mention mention : part.mentions()) {
      Reading reading = resolver.resolve(mention);
      if (reading != null) {
        weights.add(reading);
        entities.add(reading, part.tokens().text());
      } else if (mention.type() != null) {
        entities.add(mention, mention.type(), part.tokens().text());
      }
    }
  }

  /**
   * A field with the names that stand in it.
   *
   * @param taken set for words that belong to no other name
   */
  private record Named(Field field, WordForms forms, BitSet taken, List<TaggedName> names) {}

  /** Finds names; what one field says in full is heard before the other is read. */
  private Named named(Field field, String text) {
    WordForms forms = new WordForms(Tokens.of(text), language);
    BitSet taken = Money.words(forms.tokens());
    if (language != Language.EN) {
      PersonFinder persons = new PersonFinder(forms, field, gazetteer, language);
      return new Named(field, forms, taken, persons.find(taken));
    }
    int[] known = KnownNames.of(forms, gazetteer);
    List<TaggedName> names = new ArrayList<>(tagger.tag(forms.tokens(), known));
    names.removeIf(name -> taken.get(name.last()));
    shortForms.hear(forms.tokens(), names);
    return new Named(field, forms, taken, names);
  }

  private Part read(Named text) {
    return language == Language.EN ? tagged(text) : lookedUp(text);
  }

  /** The names that the tagger found, and those that are known and cannot be anything else. */
  private Part tagged(Named text) {
    Field field = text.field();
    WordForms forms = text.forms();
    Tokens tokens = forms.tokens();
    BitSet taken = text.taken();
    TextShape shape = new TextShape(tokens, field);
    List<TaggedName> names = shortForms.corrected(tokens, shape, text.names());
    names.forEach(name -> taken.set(name.first(), name.last() + 1));
    TaggedMentions reader = new TaggedMentions(gazetteer, field, forms, names);
    List<Mention> mentions = reader.read();
    for (Mention other : new MentionReader(gazetteer, field, forms, taken, language).read()) {
      if (isCertain(other)) mentions.add(other);
    }
    mentions.sort(Comparator.comparingInt(mention -> mention.match().first()));
    return new Part(field, tokens, mentions, reader.unknown());
  }

  private Part lookedUp(Named text) {
    MentionReader reader =
        new MentionReader(gazetteer, text.field(), text.forms(), text.taken(), language);
    List<Mention> mentions = new ArrayList<>(reader.read());
    partsOfLongerNames.addAll(reader.partsOfLongerNames());
    return new Part(text.field(), text.forms().tokens(), mentions, text.names());
  }

  private boolean isCertain(Mention mention) {
    int likeliest = mention.candidates().get(0);
    return switch (gazetteer.kind(likeliest)) {
      case COUNTRY, NATIONALITY, GROUP, ORGANIZATION -> true;
      case ADMIN1, PLACE -> mention.match().words() > 1 && gazetteer.weight(likeliest) >= CERTAIN;
      case PERSON -> false;
    };
  }

  /**
   * A name that the article uses within a longer name somewhere is a place elsewhere only after a
   * word such as "in".
   */
  private boolean isRatherNoPlace(Mention mention) {
    if (mention.sure() || !partsOfLongerNames.contains(mention.match().position())) return false;
    for (int candidate : mention.candidates()) {
      boolean prominent = gazetteer.weight(candidate) >= PlaceResolver.PROMINENT;
      if (prominent || gazetteer.kind(candidate) != Meaning.Kind.PLACE) return false;
    }
    return true;
  }
}
