package io.wirewatch.app;

import io.wirewatch.ingest.IngestSums;

/**
 * What became of the articles of a run. At the edge, read = published + rejected; after it,
 * published = enriched + duplicates + rejected by the stage + dead-lettered.
 *
 * @param edge what the producers did
 * @param duplicates dropped by enrichment
 * @param after what the topics behind enrichment hold
 */
record Counts(IngestSums edge, long duplicates, Follower.Seen after) {

  boolean addUp() {
    return edge.read() == edge.published() + edge.rejected()
        && edge.published()
            == after.enriched() + duplicates + after.rejectedByStage() + after.deadLettered();
  }

  @Override
  public String toString() {
    return "read %d · published %d · duplicate %d · rejected %d · dead-lettered %d · enriched %d · alerted %d"
        .formatted(
            edge.read(),
            edge.published(),
            duplicates,
            edge.rejected() + after.rejectedByStage(),
            after.deadLettered(),
            after.enriched(),
            after.alerted());
  }
}
