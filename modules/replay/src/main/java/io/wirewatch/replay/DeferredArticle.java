package io.wirewatch.replay;

import io.wirewatch.EnrichedArticle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An article that is read in full only where something depends on it: most articles of history
 * match no word of any rule, and what they are about is most of what a backtest costs. For one
 * thread at a time.
 */
final class DeferredArticle {
  private EnrichedArticle known;
  private @Nullable Supplier<EnrichedArticle> rest;
  private boolean broken;

  private DeferredArticle(EnrichedArticle known, @Nullable Supplier<EnrichedArticle> rest) {
    this.known = known;
    this.rest = rest;
  }

  /** An article that was read in full. */
  static DeferredArticle whole(EnrichedArticle article) {
    return new DeferredArticle(article, null);
  }

  /**
   * An article that is to be read.
   *
   * @param known it without entities and regions
   * @param rest reads it in full; not asked again when it has
   */
  static DeferredArticle of(EnrichedArticle known, Supplier<EnrichedArticle> rest) {
    return new DeferredArticle(known, rest);
  }

  /** The article; without entities and regions as long as nobody wanted it whole. */
  EnrichedArticle known() {
    return known;
  }

  boolean isWhole() {
    return rest == null;
  }

  /** The article, read in full now if it was not before. What reading throws is thrown. */
  EnrichedArticle whole() {
    if (rest != null) {
      broken = true;
      known = rest.get();
      broken = false;
      rest = null;
    }
    return known;
  }

  /** Whether reading it in full has thrown. */
  boolean isBroken() {
    return broken;
  }
}
