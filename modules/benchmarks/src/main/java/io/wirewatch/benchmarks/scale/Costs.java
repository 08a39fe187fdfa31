package io.wirewatch.benchmarks.scale;

import java.time.Duration;

/**
 * What an article costs; see {@code docs/benchmarks.md} for how each was measured.
 *
 * @param enrichMicros of a thread of the enrichment stage
 * @param storyMicros of the one thread that tells stories
 * @param alertMicros of a thread of the alert stage
 * @param besideMicros of the stages' other threads: clients, collector, compaction
 * @param brokerMicros of one broker that has every copy and every partition
 * @param bytes what is written of it
 * @param commit how long output waits to be committed, at most
 */
public record Costs(
    double enrichMicros,
    double storyMicros,
    double alertMicros,
    double besideMicros,
    double brokerMicros,
    Bytes bytes,
    Duration commit) {

  /**
   * Bytes that an article makes, keys and overhead of records included.
   *
   * @param raw on the raw topic
   * @param enriched on the enriched topic
   * @param alerts of all its alerts, on all their topics
   * @param between on its way to the thread that tells stories; deleted soon after
   * @param seen in the memory of enrichment
   * @param standing in the memory of alerts, on average over all articles
   * @param stories in that of stories
   */
  public record Bytes(
      double raw,
      double enriched,
      double alerts,
      double between,
      double seen,
      double standing,
      double stories) {
    /** What stays, once; in the stages' changelogs too. */
    double kept() {
      return raw + enriched + alerts + seen + standing + stories;
    }

    /** What is written, once. */
    double written() {
      return kept() + between;
    }

    /** What stages and one reader of alerts are sent. */
    double read() {
      return raw + between + enriched + alerts;
    }
  }
}
