package io.wirewatch.app;

import io.wirewatch.ingest.InputKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirewatch ingest jsonl}. */
@Command(
    name = "jsonl",
    description =
        "Publish articles from JSON lines: {\"id\"?,\"source\",\"url\"?,\"headline\",\"body\",\"publishedAt\"?,\"language\"?}.")
final class IngestJsonlCommand implements Callable<Integer> {
  @Mixin private Publishing publishing = new Publishing();

  @Override
  public Integer call() {
    return publishing.run(InputKind.JSONL);
  }
}
