package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.alert.AlertConfig;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.replay.AlertOutlet;
import io.wirewatch.replay.Lines;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Replay;
import io.wirewatch.replay.RuleTimeline;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.Workbench;
import io.wirewatch.replay.archive.Archive;
import io.wirewatch.replay.finding.Comparison;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Labels;
import io.wirewatch.replay.finding.Ledger;
import io.wirewatch.replay.history.History;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.RuleTests;
import io.wirewatch.rules.authoring.TestReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** One replay, from the rules' tests to the report. */
final class ReplayRun {
  private static final Duration MOST_FOR_CLOSING = Duration.ofMinutes(5);
  private static final List<String> FIXED =
      List.of("rules", "against", "source", "from", "to", "warmUpDays", "regions", "sources");

  private final ReplayOptions options;
  private final RuleSet rules;
  private final @Nullable RuleSet other;
  private final Settings settings;
  private final Screen screen;
  private final Scope scope;
  private final List<FailCondition> conditions;
  private final Labels labels;

  ReplayRun(ReplayOptions options, RuleSet rules, Settings settings, Screen screen) {
    this.options = options;
    this.rules = rules;
    this.settings = settings;
    this.screen = screen;
    this.scope = options.scope();
    this.conditions = options.failConditions();
    this.labels = options.labels().map(LabelFile::read).orElseGet(Labels::new);
    this.other = options.otherRules().map(RulesOption::load).orElse(null);
  }

  /**
   * Replays; returns the exit code.
   *
   * @param words what was typed behind {@code wirewatch}
   */
  int run(List<String> words) {
    if (!options.skipsTests() && !testsPass()) {
      return 1;
    }
    try (StopSignal stop = StopSignal.listen(MOST_FOR_CLOSING);
        ReplayDirectory directory = ReplayDirectory.open(options.out(), options.resumes())) {
      ObjectNode plan = plan();
      ReplaySource source = source(directory.plan(), plan);
      directory.keep(plan);
      ReplayReport report = replay(new Work(directory, source, plan, stop), command(words));
      if (report.complete()) {
        directory.end();
      }
      return tell(report, directory);
    } catch (IOException | UncheckedIOException failed) {
      throw new Refusal(
          "the replay cannot read or write: %s; where it has an --out, make room there and go on with --resume"
              .formatted(failed.getMessage()),
          failed);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  /** What a replay works with. */
  private record Work(
      ReplayDirectory directory, ReplaySource source, ObjectNode plan, StopSignal stop) {}

  private boolean testsPass() {
    List<RuleTests.Result> failed =
        RuleTests.run(rules.rules()).stream().filter(result -> !result.passed()).toList();
    failed.forEach(result -> TestReport.failure(result).forEach(screen::say));
    if (!failed.isEmpty()) {
      screen.say(
          "wirewatch: %d tests of the rules fail: mend the rules or the tests, or replay all the same with --skip-tests"
              .formatted(failed.size()));
    }
    return failed.isEmpty();
  }

  private ObjectNode plan() {
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    plan.put("rules", rules.hash());
    plan.put("against", options.isAgainstLive() ? "live" : other == null ? "" : other.hash());
    plan.put("from", scope.from().equals(Instant.MIN) ? "" : scope.from().toString());
    plan.put("to", scope.to().equals(Instant.MAX) ? "" : scope.to().toString());
    plan.put("warmUpDays", scope.warmUp().toDays());
    var regions = plan.putArray("regions");
    scope.regions().stream().sorted().forEach(regions::add);
    var sources = plan.putArray("sources");
    scope.sources().stream().sorted().forEach(sources::add);
    return plan;
  }

  private ReplaySource source(Optional<ObjectNode> before, ObjectNode plan) {
    ReplaySource source = source(before);
    plan.put("source", source.kind().name().toLowerCase(java.util.Locale.ROOT));
    source.describe(plan);
    before.ifPresent(
        stopped -> {
          ReplayDirectory.compare(stopped, plan, FIXED);
          ReplayDirectory.compare(stopped, plan, source.fixed());
        });
    return source;
  }

  private ReplaySource source(Optional<ObjectNode> before) {
    Optional<Archive> archive = ArchiveSource.archive(options.inputs());
    if (archive.isPresent()) {
      return ArchiveSource.of(archive.get(), options.source(), scope, before);
    }
    if (!options.inputs().isEmpty()) {
      if (options.source().filter(Plan.Source.ENRICHED::equals).isPresent()) {
        throw new Refusal("files hold raw articles: leave --source enriched out");
      }
      Instant observedAt =
          before
              .map(plan -> Instant.parse(plan.path("observedAt").asText()))
              .or(options::observedAt)
              .orElseGet(Clock.systemUTC()::instant);
      return new FileSource(options.inputs(), observedAt, screen);
    }
    Plan.Source kind = options.source().orElse(Plan.Source.ENRICHED);
    return before
        .map(plan -> ClusterSource.again(settings, kind, scope, plan))
        .orElseGet(() -> ClusterSource.of(settings, kind, scope, options.takenBefore()));
  }

  private ReplayReport replay(Work work, String command) throws IOException, InterruptedException {
    Path directory = work.directory.work();
    try (Workbench bench = Workbench.open(directory.resolve("bench"));
        Lines alerts = new Lines(directory, "alerts", bench);
        Lines setAside = new Lines(directory, "set-aside", bench);
        Outlet outlet = Outlet.of(options.toTopic(), settings)) {
      Ledger ledger =
          new Ledger(
              bench,
              against(),
              new Ledger.Files(alerts, AlertJson::line, setAside, outlet.alerts()),
              labels.articles());
      List<String> remarks = new ArrayList<>(work.source.remarks());
      boolean complete;
      try (Replay replay =
          new Replay(plan(work.source), enrich(work.source), timelines(), bench, ledger)) {
        if (against() == Ledger.Against.LIVE && replay.positions().isEmpty()) {
          LiveAlerts live = new LiveAlerts(settings, scope);
          live.read(ledger, bench);
          remarks.addAll(live.remarks());
        }
        complete = run(replay, work, remarks);
        copy(work.directory, "alerts.jsonl", alerts);
        copy(work.directory, "set-aside.jsonl", setAside);
        return new ReplayReport(
            command,
            work.plan,
            complete,
            against() != Ledger.Against.NOTHING,
            replay.sums(),
            remarks,
            findings(bench, work.directory),
            conditions);
      }
    }
  }

  private boolean run(Replay replay, Work work, List<String> remarks)
      throws IOException, InterruptedException {
    try (History history = work.source.open(replay.positions())) {
      ReplayProgress progress = new ReplayProgress(replay.sums(), history.expected());
      try (ProgressLine line = new ProgressLine(screen, progress::line)) {
        line.start();
        boolean complete = replay.run(history, () -> work.stop.within(Duration.ZERO));
        remarks.addAll(history.remarks());
        return complete;
      }
    }
  }

  private Findings findings(Workbench bench, ReplayDirectory directory) throws IOException {
    Comparison comparison =
        new Comparison(bench, new Comparison.Sides(rules, other, against()), labels);
    Optional<Path> file = directory.result("changes.jsonl");
    if (file.isEmpty() || against() == Ledger.Against.NOTHING) {
      return comparison.findings(change -> {});
    }
    try (BufferedWriter lines = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
      return comparison.findings(
          change -> {
            try {
              lines.append(ReplayJson.change(change).toString()).append('\n');
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }

  private static void copy(ReplayDirectory directory, String name, Lines lines) throws IOException {
    Optional<Path> file = directory.result(name);
    if (file.isPresent()) {
      lines.copyTo(file.get());
    }
  }

  private int tell(ReplayReport report, ReplayDirectory directory) {
    ReplayFiles.write(report, directory);
    ReplaySummary.lines(report).forEach(screen::data);
    report.remarks().forEach(screen::say);
    screen.say(ReplaySummary.records(report.sums()));
    if (!report.complete()) {
      screen.say(
          "stopped before the end: these results are of a part"
              + (options.out().isPresent() ? "; --resume goes on" : ""));
    }
    List<FailCondition> failures = report.failures();
    failures.forEach(
        failure ->
            screen.say(
                "wirewatch: %s holds: it is %s"
                    .formatted(failure.text(), number(failure.value(report.findings())))));
    return failures.isEmpty() ? 0 : 1;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : "%.3f".formatted(value);
  }

  private Plan plan(ReplaySource source) {
    return new Plan(
        source.kind(),
        scope,
        EnrichConfig.of(settings).memory(),
        AlertConfig.of(settings).memory(),
        options.threads());
  }

  private static @Nullable EnrichStep enrich(ReplaySource source) {
    return source.kind() == Plan.Source.RAW ? new EnrichStep(Annotator.bundled()) : null;
  }

  private List<RuleTimeline> timelines() {
    List<RuleTimeline> timelines = new ArrayList<>();
    timelines.add(timeline(rules));
    if (other != null) {
      timelines.add(timeline(other));
    }
    return timelines;
  }

  private static RuleTimeline timeline(RuleSet set) {
    try (RuleProgress progress = RuleProgress.show()) {
      return RuleTimeline.always(ActiveRules.of(set, progress));
    }
  }

  private Ledger.Against against() {
    if (options.isAgainstLive()) {
      return Ledger.Against.LIVE;
    }
    return other == null ? Ledger.Against.NOTHING : Ledger.Against.RULES;
  }

  /** What was typed, without what may be a secret. */
  private static String command(List<String> words) {
    List<String> shown = new ArrayList<>(List.of("wirewatch"));
    String before = "";
    for (String word : words) {
      boolean isSetting = before.equals("--set") || word.startsWith("--set=");
      String told = isSetting ? word.replaceAll("^((--set=)?[^=]*=).*", "$1…") : word;
      shown.add(told.matches("[\\w./:=,+…-]+") ? told : "'" + told.replace("'", "'\\''") + "'");
      before = word;
    }
    return String.join(" ", shown);
  }

  /** Where alerts go beside the results; closed with the replay. */
  private record Outlet(AlertOutlet alerts, Optional<RehearsalTopic> topic)
      implements AutoCloseable {
    static Outlet of(Optional<String> prefix, Settings settings) {
      Optional<RehearsalTopic> topic = prefix.map(named -> new RehearsalTopic(named, settings));
      return new Outlet(topic.<AlertOutlet>map(made -> made).orElse(AlertOutlet.NONE), topic);
    }

    @Override
    public void close() {
      topic.ifPresent(RehearsalTopic::close);
    }
  }
}
