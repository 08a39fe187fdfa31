package io.wirewatch.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * What its file says of a source.
 *
 * @param language as a BCP 47 tag; holds for articles that say none themselves
 * @param region which part of the world it writes about, such as {@code IQ}
 * @param category such as {@code agency}
 */
public record Labels(
    @Nullable String language, @Nullable String region, @Nullable String category) {

  /** Nothing is said. */
  public static final Labels NONE = new Labels(null, null, null);
}
