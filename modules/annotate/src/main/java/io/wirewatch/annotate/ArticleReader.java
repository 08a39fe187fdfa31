package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one article: persons, then names, then what the names mean, then the regions. */
final class ArticleReader {
  private static final double PERSON_CONFIDENCE = 0.8;
  private static final double DATELINE = 2.5;

  /** One field while it is read. */
  private record Part(
      Field field, Tokens tokens, List<PersonFinder.Words> persons, List<Mention> mentions) {}

  private final Gazetteer gazetteer;
  private final ArticleText article;
  private final Language language;
  private final Set<Integer> partsOfLongerNames = new HashSet<>();

  ArticleReader(Gazetteer gazetteer, ArticleText article, Language language) {
    this.gazetteer = gazetteer;
    this.article = article;
    this.language = language;
  }

  Annotation annotation() {
    List<Part> parts =
        List.of(part(Field.HEADLINE, article.headline()), part(Field.BODY, article.body()));
    for (Part part : parts) part.mentions.removeIf(this::isRatherNoPlace);
    List<Mention> dateline = dateline();
    PlaceResolver resolver = new PlaceResolver(gazetteer);
    for (Part part : parts) part.mentions.forEach(resolver::hear);
    dateline.forEach(resolver::hear);
    RegionWeights weights = new RegionWeights(gazetteer);
    List<Entity> entities = new ArrayList<>();
    for (Part part : parts) {
      for (PersonFinder.Words person : part.persons) entities.add(person(part, person));
      for (Reading reading : resolver.resolve(part.mentions, part.tokens)) {
        weights.add(reading);
        entities.add(entity(reading, part.tokens.text()));
      }
    }
    if (!dateline.isEmpty())
      resolver
          .resolve(dateline, Tokens.of(String.valueOf(article.dateline())))
          .forEach(weights::add);
    entities.sort(Comparator.comparing(Entity::field).thenComparingInt(Entity::start));
    return new Annotation(language, List.copyOf(entities), weights.regions());
  }

  private Part part(Field field, String text) {
    Tokens tokens = Tokens.of(text);
    boolean[] taken = new boolean[tokens.size()];
    List<PersonFinder.Words> persons = new PersonFinder(tokens, gazetteer).find(language, taken);
    MentionReader reader = new MentionReader(gazetteer, field, tokens, language);
    Part part = new Part(field, tokens, persons, reader.read(taken));
    partsOfLongerNames.addAll(reader.partsOfLongerNames());
    return part;
  }

  /**
   * A name that the article uses within a longer name somewhere is a place elsewhere only after a
   * word such as "in".
   */
  private boolean isRatherNoPlace(Mention mention) {
    if (mention.sure() || !partsOfLongerNames.contains(mention.match().position())) return false;
    for (int candidate : mention.candidates()) {
      Meaning meaning = gazetteer.meaning(candidate);
      if (meaning.kind() != Meaning.Kind.PLACE || meaning.weight() >= PlaceResolver.PROMINENT)
        return false;
    }
    return true;
  }

  private List<Mention> dateline() {
    String text = article.dateline();
    if (text == null) return List.of();
    Tokens tokens = Tokens.of(text);
    List<Mention> mentions = new ArrayList<>();
    for (Mention mention :
        new MentionReader(gazetteer, Field.BODY, tokens, language)
            .read(new boolean[tokens.size()])) {
      mentions.add(
          new Mention(mention.field(), mention.match(), mention.candidates(), DATELINE, true));
    }
    return mentions;
  }

  private static Entity person(Part part, PersonFinder.Words words) {
    int start = part.tokens.start(words.first());
    int end = part.tokens.end(words.last());
    String text = part.tokens.text().substring(start, end);
    return new Entity(
        part.field, start, end, text, EntityType.PERSON, null, PERSON_CONFIDENCE, null);
  }

  private Entity entity(Reading reading, String text) {
    Mention mention = reading.mention();
    int start = mention.match().start();
    int end =
        language == Language.KMR || language == Language.CKB ? withEnding(text, mention.match().end()) : mention.match().end();
    Meaning meaning = reading.meaning();
    EntityType type = meaning.kind().type();
    double confidence = Math.round(reading.confidence() * 100) / 100.0;
    Place place = type == EntityType.LOCATION ? place(meaning) : null;
    return new Entity(
        mention.field(),
        start,
        end,
        text.substring(start, end),
        type,
        meaning.id(),
        confidence,
        place);
  }

  private @Nullable Place place(Meaning meaning) {
    if (meaning.country() < 0) return null;
    String country = Codes.region(gazetteer.meaning(meaning.country()));
    @Nullable String admin1 =
        meaning.admin1() < 0 ? null : Codes.region(gazetteer.meaning(meaning.admin1()));
    return new Place(Codes.degrees(meaning.lat()), Codes.degrees(meaning.lon()), country, admin1);
  }

  /** Kurmanji sets case endings off by an apostrophe; they are part of the name: DAIŞ'ê. */
  private static int withEnding(String text, int end) {
    if (end < text.length() && text.charAt(end) == '\u200c') return end + 1;
    if (end + 1 >= text.length() || "'’‘".indexOf(text.charAt(end)) < 0) return end;
    int at = end + 1;
    while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
    return at > end + 1 && at - end <= 4 ? at : end;
  }
}
