package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.LanguageIdentifier;

/**
 * Finds the places, countries, nationalities, armed groups, forces and offices that an article
 * names, and the regions that it is about. Thread-safe; the same article always gives the same
 * annotation. Linear in the length of the text.
 */
public final class Annotator {
  private final Gazetteer gazetteer;

  /** An annotator with these names. */
  public Annotator(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** An annotator with the names that are in the jar; loading takes about a tenth of a second. */
  public static Annotator bundled() {
    return new Annotator(Gazetteer.bundled());
  }

  /**
   * What the article names and where it plays. A language that is not one of the four still gets
   * places.
   */
  public Annotation annotate(ArticleText article) {
    String given = article.language();
    Language language =
        given == null || given.isBlank()
            ? LanguageIdentifier.identify(article.headline() + "\n" + article.body())
            : Language.of(given);
    return new ArticleReader(gazetteer, article, language).annotation();
  }
}
