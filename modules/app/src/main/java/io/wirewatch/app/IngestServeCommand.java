package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.source.Sources;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch ingest serve}: polls sources, shared with other instances. */
@Command(
    name = "serve",
    description = {
      "Poll the sources of a file, politely, and publish what is new.",
      "Instances that run at the same time share the sources; each has the same file."
    })
final class IngestServeCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private SourcesOption option = new SourcesOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Sources sources = option.load();
    Settings settings = cluster.settings();
    Screen screen = Screen.standard();
    PrintWriter err = spec.commandLine().getErr();
    try (StageRun run = StageRun.open(settings, "ingest", err::println)) {
      Preflight.prepare(settings, Role.INGEST_SERVE, List.of());
      return poll(sources, screen, run);
    }
  }

  private int poll(Sources sources, Screen screen, StageRun run) {
    Lookout lookout = run.lookout();
    Settings settings = lookout.settings();
    try (ArticlePublisher publisher = new ArticlePublisher(settings, lookout.ofPublisher());
        SourcePolling polling =
            SourcePolling.start(
                sources,
                option.allowPrivate(),
                new SourcePolling.Place(settings, publisher, screen))) {
      lookout.watch("ingest", polling);
      lookout.watchSources(polling::states);
      return run.untilStopped(polling, "polling %d sources".formatted(sources.all().size()));
    }
  }
}
