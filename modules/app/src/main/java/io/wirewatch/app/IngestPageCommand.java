package io.wirewatch.app;

import io.wirewatch.ingest.InputKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirewatch ingest page}. */
@Command(
    name = "page",
    description = "Publish the articles of an aggregator page, plain text or HTML.")
final class IngestPageCommand implements Callable<Integer> {
  @Mixin private Publishing publishing = new Publishing();

  @Override
  public Integer call() {
    return publishing.run(InputKind.PAGE);
  }
}
