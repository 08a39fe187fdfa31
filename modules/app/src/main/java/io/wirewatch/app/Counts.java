package io.wirewatch.app;

import io.wirewatch.ingest.IngestSums;

/**
 * What became of the articles of a run. At the edge, read = published + rejected; after it,
 * published = enriched + duplicates + rejected by the stage + dead-lettered.
 *
 * @param edge what the producers did
 * @param duplicates dropped by enrichment
 * @param after what has come onto the topics, whoever published it
 */
record Counts(IngestSums edge, long duplicates, Follower.Seen after) {

  boolean addUp() {
    return edge.read() == edge.published() + edge.rejected()
        && after.published()
            == after.enriched() + duplicates + after.rejectedByStage() + after.deadLettered();
  }

  @Override
  public String toString() {
    return "read %d · published %d · duplicate %d · rejected %d · dead-lettered %d · enriched %d · alerted %d"
        .formatted(
            edge.read(),
            after.published(),
            duplicates,
            edge.rejected() + after.rejectedByStage(),
            after.deadLettered(),
            after.enriched(),
            after.alerted());
  }
}
