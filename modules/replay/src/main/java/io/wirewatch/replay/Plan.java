package io.wirewatch.replay;

import io.wirewatch.enrich.EnrichConfig;
import java.time.Duration;

/**
 * How history is replayed.
 *
 * @param source what the history holds
 * @param scope which articles count
 * @param enrich for how long articles and stories are known; only of raw articles
 * @param alertMemory for how long alerts are known to later revisions
 * @param threads that decode, annotate and match
 */
public record Plan(
    Source source, Scope scope, EnrichConfig enrich, Duration alertMemory, int threads) {

  /** Which of the topics a history is of. */
  public enum Source {
    /** Articles as they came in: they are enriched anew. */
    RAW,
    /** Enriched articles, as they were then. */
    ENRICHED
  }
}
