package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.dispatch.Dispatching;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.ArticleName;
import io.wirewatch.why.Groups;
import io.wirewatch.why.Question;
import io.wirewatch.why.Tracing;
import io.wirewatch.why.Trail;
import io.wirewatch.why.TrailJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch why}: what became of one article, and what did not. */
@Command(
    name = "why",
    description = {
      "Follow one article through the topics: read, enriched, asked of every rule, alerted, grouped, told to whom.",
      "Says also what is not there, and where it would be. Nothing is changed. Exit 1 where no topic knows the",
      "article."
    })
final class WhyCommand implements Callable<Integer> {
  /** Whose offsets are looked at. */
  static final Groups STAGES =
      new Groups(EnrichConfig.NAME, IncidentConfig.NAME, Dispatching.GROUP);

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Parameters(
      paramLabel = "ARTICLE|URL",
      description = "The whole id of an article, or its address.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String article;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Only this rule, clause by clause, whether it matches or not.")
  private @Nullable String rule;

  @Option(names = "--target", paramLabel = "NAME", description = "Only what this target was told.")
  private @Nullable String target;

  @Option(
      names = "--within",
      paramLabel = "DURATION",
      description =
          "Look only at what brokers took in the last so long (PT2H, P3D); quicker where there is very much.")
  private @Nullable Duration within;

  @Option(names = "--json", description = "One JSON object, with everything.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    ArticleName name = name();
    Settings settings = cluster.settings();
    // Somebody waits: rules take as long to load as the cluster takes to answer.
    CompletableFuture<RuleSet> loaded = CompletableFuture.supplyAsync(rules::load);
    Question question = question(name, Clock.systemUTC().instant(), loaded::join);
    Preflight.reach(settings);
    long begin = System.nanoTime();
    try (Tracing tracing = new Tracing(settings, STAGES)) {
      Trail trail = followed(tracing, question);
      spec.commandLine().getOut().println(json ? TrailJson.of(trail) : TrailText.of(trail));
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "looked at %,d records in %.1f s%n",
              tracing.read(),
              (System.nanoTime() - begin) / 1e9);
      return trail.isKnown() ? 0 : 1;
    }
  }

  private static Trail followed(Tracing tracing, Question question) {
    try (ProgressLine line =
        new ProgressLine(
            Screen.standard(),
            () ->
                String.format(
                    Locale.ROOT,
                    "looked at %,d of %,d records; --within looks at the newest only",
                    tracing.read(),
                    tracing.wanted()))) {
      line.start();
      return tracing.trail(question);
    }
  }

  private ArticleName name() {
    return ArticleName.of(article)
        .orElseThrow(
            () ->
                new Refusal(
                    "neither an id of an article nor an address: give the whole id as alerts have it, or its URL"));
  }

  private Question question(ArticleName name, Instant now, Supplier<RuleSet> set) {
    return new Question(
        name.id(),
        name.inputs(),
        within == null ? Instant.EPOCH : now.minus(within),
        Optional.ofNullable(rule),
        Optional.ofNullable(target),
        new Question.Rules(
            set,
            rules.isGiven() ? "--rules" : "the bundled rules, since no set is published",
            rules.isGiven()));
  }
}
