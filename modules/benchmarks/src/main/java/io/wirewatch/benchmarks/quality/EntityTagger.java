package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.ArticleText;
import java.util.List;

/** Finds people, organizations and places in English text. Used by one thread. */
public interface EntityTagger {
  /** The names in the article's body, in their order. */
  List<Span> tag(ArticleText article);
}
