package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.NameTagger;
import io.wirewatch.language.Language;
import io.wirewatch.language.LanguageIdentifier;

/**
 * Finds the places, countries, nationalities, armed groups, forces and offices that an article
 * names, and the regions that it is about. Thread-safe; the same article always gives the same
 * annotation. Linear in the length of the text.
 */
public final class Annotator {
  private final Gazetteer gazetteer;
  private final NameTagger tagger;

  /** An annotator with these names and this tagger of English. */
  public Annotator(Gazetteer gazetteer, NameTagger tagger) {
    this.gazetteer = gazetteer;
    this.tagger = tagger;
  }

  /** An annotator with the names and the model that are in the jar. */
  public static Annotator bundled() {
    return new Annotator(Gazetteer.bundled(), NameTagger.bundled());
  }

  /**
   * What the article names and where it plays. A language that is not one of the four still gets
   * places.
   */
  public Annotation annotate(ArticleText article) {
    return new ArticleReader(gazetteer, tagger, article, language(article)).annotation();
  }

  /** The language of the annotation, which is found much sooner than the rest of it. */
  public static Language language(ArticleText article) {
    String given = article.language();
    return given == null || given.isBlank()
        ? LanguageIdentifier.identify(article.headline() + "\n" + article.body())
        : Language.of(given);
  }
}
