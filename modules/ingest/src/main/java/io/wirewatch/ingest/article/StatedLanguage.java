package io.wirewatch.ingest.article;

import io.wirewatch.language.Language;
import io.wirewatch.language.LanguageIdentifier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page or a feed says of its language, which often is what its template came with. An
 * article without a language is read as what it looks like; one with a wrong one loses its places.
 */
public final class StatedLanguage {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "ku", "fa", "ur", "ps", "sd", "ug", "he", "yi", "dv", "arc", "syr");

  /** Tags that stand over texts of other languages, each with what a text of its own looks like. */
  private static final Map<String, Set<Language>> MISTAKEN =
      Map.of(
          "ar", Set.of(Language.AR),
          "ckb", Set.of(Language.CKB),
          "kmr", Set.of(Language.KMR),
          "ku", Set.of(Language.CKB, Language.KMR),
          "en", Set.of(),
          "fa", Set.of(),
          "tr", Set.of());

  /** That many characters of news hold enough frequent words. */
  private static final int LEAST_CHARS = 100;

  private StatedLanguage() {}

  /** The tag where it fits the text; null where it does not, or there is none. */
  public static @Nullable String fitting(@Nullable String tag, String text) {
    return tag != null && fits(tag, text) ? tag : null;
  }

  /**
   * Whether a text may be in the language of a BCP 47 tag: its script runs that way, and it is not
   * clearly in another language that wirewatch knows.
   */
  public static boolean fits(String tag, String text) {
    String language = tag.split("[-_]", -1)[0].toLowerCase(Locale.ROOT);
    return runsLike(language, text) && !isClearlyAnother(language, text);
  }

  /** Kurdish is written in both directions. */
  private static boolean runsLike(String language, String text) {
    boolean toTheLeft = RIGHT_TO_LEFT.contains(language);
    return language.equals("ku")
        || Direction.of(text) == (toTheLeft ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT);
  }

  /** English is what all plain Latin is taken for, so it is never clear; nor is any other. */
  private static boolean isClearlyAnother(String language, String text) {
    Set<Language> own = MISTAKEN.get(language);
    if (own == null || text.length() < LEAST_CHARS) {
      return false;
    }
    Language seen = LanguageIdentifier.identify(text);
    return seen != Language.EN && seen != Language.OTHER && !own.contains(seen);
  }
}
