package io.wirewatch.journey;

import java.nio.file.Path;

/** The journey on the embedded broker. */
final class ArticleJourneyIT extends ArticleJourney {
  @Override
  Cluster startCluster(Path directory) throws Exception {
    return Cluster.embedded(directory);
  }
}
