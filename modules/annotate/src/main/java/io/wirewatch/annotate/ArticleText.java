package io.wirewatch.annotate;

import org.jspecify.annotations.Nullable;

/**
 * The text to annotate.
 *
 * @param headline may be empty
 * @param body may be empty
 * @param dateline the place that the article was written from, as its source has it
 * @param language a language code that is known already; null to identify it
 */
public record ArticleText(
    String headline, String body, @Nullable String dateline, @Nullable String language) {
  String in(Field field) {
    return field == Field.HEADLINE ? headline : body;
  }
}
