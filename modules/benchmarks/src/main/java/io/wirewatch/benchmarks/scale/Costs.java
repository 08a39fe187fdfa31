package io.wirewatch.benchmarks.scale;

import java.time.Duration;

/**
 * What an article costs; see {@code docs/benchmarks.md} for how each was measured.
 *
 * @param enrichMicros of a thread of the enrichment stage
 * @param alertMicros of a thread of the alert stage
 * @param besideMicros of the stages' other threads: clients, collector, compaction
 * @param brokerMicros of one broker that has every copy and every partition
 * @param bytes what is written of it
 * @param commit how long output waits to be committed, at most
 */
public record Costs(
    double enrichMicros,
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
   * @param seen in the memory of enrichment
   * @param standing in the memory of alerts, on average over all articles
   */
  public record Bytes(double raw, double enriched, double alerts, double seen, double standing) {
    /** What the stages' changelogs take: each memory is written once and taken back once. */
    double changelogs() {
      return seen + standing;
    }

    /** What is written, once. */
    double written() {
      return raw + enriched + alerts + changelogs();
    }
  }
}
