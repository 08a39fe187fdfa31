package io.wirewatch.annotate;

import org.jspecify.annotations.Nullable;

/**
 * The text to annotate.
 *
 * @param headline may be empty
 * @param body may be empty
 * @param dateline the place that the article was written from, as its source has it
 * @param language a language code that is known already; null to identify it
 * @param source who published it; the country of a medium that is known is its home
 */
public record ArticleText(
    String headline,
    String body,
    @Nullable String dateline,
    @Nullable String language,
    @Nullable String source) {

  /** A text of which nobody says who published it. */
  public ArticleText(
      String headline, String body, @Nullable String dateline, @Nullable String language) {
    this(headline, body, dateline, language, null);
  }

  String in(Field field) {
    return field == Field.HEADLINE ? headline : body;
  }
}
