package io.wirewatch.app;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichTopology;
import io.wirewatch.stage.Stage;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch enrich}: the enrichment stage against a cluster. */
@Command(
    name = "enrich",
    description = "Run the enrichment stage: news.articles.raw to news.articles.enriched.")
final class EnrichCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    EnrichConfig config = EnrichConfig.of(settings);
    PrintWriter err = spec.commandLine().getErr();
    try (StageRun run = StageRun.open(settings, "enrich", err::println)) {
      Preflight.prepare(settings, Role.ENRICH, List.of());
      EnrichTopology topology =
          new EnrichTopology(config, Annotator.bundled(), new RecordSerdes(settings));
      return run(topology, run);
    }
  }

  private static int run(EnrichTopology topology, StageRun run) {
    Lookout lookout = run.lookout();
    try (Stage stage =
        Stage.start(
            EnrichConfig.NAME, topology.get(), lookout.settings(), lookout.ofStage("enrich"))) {
      StageRun.Work work = StageRun.Work.of(stage);
      lookout.watch("enrich", work, stage);
      return run.untilStopped(work, "enriching articles");
    }
  }
}
