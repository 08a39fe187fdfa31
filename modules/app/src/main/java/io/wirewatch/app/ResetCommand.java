package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.enrich.EnrichConfig;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wirewatch reset}: makes a stage forget, and read again. */
@Command(
    name = "reset",
    description = {
      "Make a stage that is stopped forget what it remembers, and go on elsewhere in its topic.",
      "A line of JSON for each thing that changes. Refused while an instance of the stage runs.",
      "The articles, alerts and incidents that it has written stay: see what a reset means below.",
      "",
      "enrich --to earliest: every article still on news.articles.raw is enriched again, as revision 1. The alert stage",
      "  says nothing twice of those that it remembers (alert.memory); older ones alert again, under the same alert ids.",
      "alert --to earliest: every alert is written again, under the same ids, and none is taken back that no longer holds.",
      "incidents --to earliest: every alert still on news.alerts is put into incidents again, and each incident is written",
      "  again. deliver tells no target again what it remembers (7 days); of older ones it does, unless targets are silenced.",
      "--to keep: nothing is read twice; copies and revisions of what came before are taken for new, and alerts open",
      "  incidents of their own where they would have joined one that was there.",
      "--to latest: what was not yet read is skipped, for good."
    })
final class ResetCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--stage",
      required = true,
      paramLabel = "enrich|alert|incidents",
      description = "Which stage.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private StageName stage;

  @Option(
      names = "--to",
      paramLabel = "POSITION",
      defaultValue = "earliest",
      description =
          "Where it goes on: earliest (default), latest, keep, or a time as in 2026-11-23T08:00:00Z (when the broker took the record).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String to;

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  /** The stages that remember something. */
  enum StageName {
    ENRICH(EnrichConfig.NAME, Topics.RAW_ARTICLES),
    ALERT(AlertConfig.NAME, Topics.ENRICHED_ARTICLES),
    INCIDENTS(IncidentConfig.NAME, Topics.ALERTS);

    private final String group;

    @SuppressWarnings("ImmutableEnumChecker") // A topic is a record of immutable values.
    private final Topic<?> input;

    StageName(String group, Topic<?> input) {
      this.group = group;
      this.input = input;
    }
  }

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    OffsetSpec position = position();
    Preflight.reach(settings);
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      StageReset reset = new StageReset(admin, settings, stage.group, stage.input);
      ResetPlan plan = reset.plan(position);
      if (!dryRun) {
        reset.perform(plan);
      }
      PrintWriter out = spec.commandLine().getOut();
      plan.lines().forEach(out::println);
      out.flush();
      spec.commandLine()
          .getErr()
          .printf(
              "%s %s: %d offsets to %s, %d topics and %s local copy deleted; on other machines delete %s yourself before a start%n",
              dryRun ? "would reset" : "reset",
              stage.group,
              plan.offsets().size(),
              to,
              plan.topics().size(),
              plan.directory() == null ? "no" : "the",
              "state.dir/" + stage.group);
      return 0;
    }
  }

  private @Nullable OffsetSpec position() {
    return switch (to) {
      case "earliest" -> OffsetSpec.earliest();
      case "latest" -> OffsetSpec.latest();
      case "keep" -> null;
      default -> OffsetSpec.forTimestamp(time().toEpochMilli());
    };
  }

  private Instant time() {
    try {
      return Instant.parse(to);
    } catch (DateTimeException wrong) {
      throw new Refusal(
          "--to takes earliest, latest, keep or a time as in 2026-11-23T08:00:00Z", wrong);
    }
  }
}
