package io.wirewatch.contract;

import org.jspecify.annotations.Nullable;

/** Ids of articles: the same article twice has one id. 32 hexadecimal digits in lower case. */
public final class ArticleId {

  /** The longest that somebody may give an article. */
  public static final int MOST_CHARS = 200;

  private ArticleId() {}

  /** The id of an article that has an address, which must be {@link CanonicalUrl canonical}. */
  public static String ofUrl(String canonicalUrl) {
    return Fingerprint.of(canonicalUrl);
  }

  /** Whether somebody may give an article this id: 1 to 200 visible ASCII characters. */
  public static boolean isLegal(@Nullable String id) {
    return id != null
        && !id.isEmpty()
        && id.length() <= MOST_CHARS
        && id.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
