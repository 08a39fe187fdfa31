package io.wirewatch.app;

/**
 * What became of the articles of a run. At the edge, read = published + rejectedAtEdge; after it,
 * published = enriched + duplicates + rejectedByStage + deadLettered.
 *
 * @param read by the producers
 * @param published to the topic of raw articles
 * @param rejectedAtEdge by the producers
 * @param duplicates dropped by enrichment
 * @param after what the topics behind enrichment hold
 */
record Counts(
    long read, long published, long rejectedAtEdge, long duplicates, Follower.Seen after) {

  boolean addUp() {
    return read == published + rejectedAtEdge
        && published
            == after.enriched() + duplicates + after.rejectedByStage() + after.deadLettered();
  }

  @Override
  public String toString() {
    return "read %d · published %d · duplicate %d · rejected %d · dead-lettered %d · enriched %d · alerted %d"
        .formatted(
            read,
            published,
            duplicates,
            rejectedAtEdge + after.rejectedByStage(),
            after.deadLettered(),
            after.enriched(),
            after.alerted());
  }
}
