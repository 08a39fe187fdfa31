package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one article: persons, then names, then what the names mean, then the regions. */
final class ArticleReader {
  private static final double DATELINE = 2.5;

  private final Gazetteer gazetteer;
  private final ArticleText article;
  private final Language language;
  private final Set<Integer> partsOfLongerNames = new HashSet<>();
  private final PlaceResolver resolver;
  private final RegionWeights weights;
  private final Entities entities;

  ArticleReader(Gazetteer gazetteer, ArticleText article, Language language) {
    this.gazetteer = gazetteer;
    this.article = article;
    this.language = language;
    this.resolver = new PlaceResolver(gazetteer);
    this.weights = new RegionWeights(gazetteer);
    this.entities = new Entities(gazetteer, language);
  }

  Annotation annotation() {
    Part headline = Part.of(Field.HEADLINE, article.headline(), language, gazetteer);
    Part body = Part.of(Field.BODY, article.body(), language, gazetteer);
    Part dateline = Part.of(Field.BODY, String.valueOf(article.dateline()), language, gazetteer);
    List<Mention> inHeadline = mentions(headline);
    List<Mention> inBody = mentions(body);
    List<Mention> inDateline =
        article.dateline() == null ? List.of() : emphasised(mentions(dateline));
    inHeadline.removeIf(this::isRatherNoPlace);
    inBody.removeIf(this::isRatherNoPlace);
    inHeadline.forEach(resolver::hear);
    inBody.forEach(resolver::hear);
    inDateline.forEach(resolver::hear);
    tell(headline, inHeadline);
    tell(body, inBody);
    resolver.resolve(inDateline, dateline.tokens()).forEach(weights::add);
    return new Annotation(language, entities.sorted(), weights.regions());
  }

  private void tell(Part part, List<Mention> mentions) {
    for (PersonFinder.Words person : part.persons()) entities.addPerson(part, person);
    for (Reading reading : resolver.resolve(mentions, part.tokens())) {
      weights.add(reading);
      entities.add(reading, part.tokens().text());
    }
  }

  private List<Mention> mentions(Part part) {
    MentionReader reader = new MentionReader(gazetteer, part, language);
    List<Mention> mentions = reader.read();
    partsOfLongerNames.addAll(reader.partsOfLongerNames());
    return mentions;
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

  private static List<Mention> emphasised(List<Mention> mentions) {
    List<Mention> more = new ArrayList<>();
    for (Mention mention : mentions) {
      more.add(
          new Mention(
              mention.field(),
              mention.match(),
              mention.institution(),
              mention.candidates(),
              DATELINE,
              true));
    }
    return more;
  }
}
