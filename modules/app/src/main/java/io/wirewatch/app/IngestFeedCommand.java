package io.wirewatch.app;

import io.wirewatch.ingest.InputKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirewatch ingest feed}. */
@Command(
    name = "feed",
    description = "Publish the items of a feed: RSS, Atom, RDF, CDF, JSON Feed.")
final class IngestFeedCommand implements Callable<Integer> {
  @Mixin private Publishing publishing = new Publishing();

  @Override
  public Integer call() {
    return publishing.run(InputKind.FEED);
  }
}
