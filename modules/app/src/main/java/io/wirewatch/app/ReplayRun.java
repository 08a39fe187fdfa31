package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.AlertJson;
import io.wirewatch.contract.Settings;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.replay.AlertOutlet;
import io.wirewatch.replay.Lines;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Remarks;
import io.wirewatch.replay.Replay;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.Workbench;
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
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** One replay, from the rules' tests to the report. */
final class ReplayRun {
  private static final Duration MOST_FOR_CLOSING = Duration.ofMinutes(5);

  private final ReplayOptions options;
  private final ReplaySides sides;
  private final Settings settings;
  private final Screen screen;
  private final Scope scope;
  private final List<FailCondition> conditions;
  private final Labels labels;

  ReplayRun(ReplayOptions options, RuleSet rules, Settings settings, Screen screen) {
    this.options = options;
    this.settings = settings;
    this.screen = screen;
    this.scope = options.scope();
    this.conditions = options.failConditions();
    this.labels = options.labels().map(LabelFile::read).orElseGet(Labels::new);
    this.sides = ReplaySides.of(rules, options);
    conditions.forEach(condition -> condition.check(sides, labels));
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
      ReplayPlan plan =
          ReplayPlan.of(
              new ReplayPlan.Question(options, sides, scope, labels, settings),
              directory.plan(),
              screen);
      ReplayReport report = replay(new Work(directory, plan, stop), TypedCommand.of(words));
      tell(report, directory);
      return stop.exit(exit(report, stop));
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
  private record Work(ReplayDirectory directory, ReplayPlan plan, StopSignal stop) {
    ReplaySource source() {
      return plan.source();
    }
  }

  private boolean testsPass() {
    List<RuleTests.Result> failed =
        RuleTests.run(sides.rules().rules()).stream().filter(result -> !result.passed()).toList();
    failed.forEach(result -> TestReport.failure(result).forEach(screen::say));
    if (!failed.isEmpty()) {
      screen.say(
          "wirewatch: %d tests of the rules fail: mend the rules or the tests, or replay all the same with --skip-tests"
              .formatted(failed.size()));
    }
    return failed.isEmpty();
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
              sides.against(),
              new Ledger.Files(alerts, AlertJson::line, setAside, outlet.alerts()),
              labels.articles());
      Set<String> remarks = new LinkedHashSet<>(Remarks.kept(bench));
      remarks.addAll(work.source().remarks());
      boolean complete;
      try (Replay replay =
          new Replay(
              plan(work.source()), enrich(work.source()), sides.timelines(), bench, ledger)) {
        if (sides.against() == Ledger.Against.LIVE && replay.positions().isEmpty()) {
          LiveAlerts live = new LiveAlerts(settings, scope);
          live.read(ledger, bench);
          remarks.addAll(live.remarks());
        }
        Remarks.keep(bench, remarks);
        complete = run(replay, work, remarks);
        copy(work.directory, "alerts.jsonl", alerts);
        copy(work.directory, "set-aside.jsonl", setAside);
        Findings findings = findings(bench, work.directory);
        if (findings.unexamined() > 0) {
          remarks.add(
              "alerts that were live on articles that were not read here, and are not compared: "
                  + findings.unexamined());
        }
        return new ReplayReport(
            command,
            work.plan.told(),
            complete,
            sides.compares(),
            replay.sums(),
            List.copyOf(remarks),
            findings,
            conditions);
      }
    }
  }

  private boolean run(Replay replay, Work work, Set<String> remarks)
      throws IOException, InterruptedException {
    try (History history = work.source().open(replay.positions())) {
      // Not before: of what is refused until here nothing is left that could go on.
      work.directory.keep(work.plan.told());
      ReplayProgress progress = new ReplayProgress(replay.sums(), history.expected());
      try (ProgressLine line = new ProgressLine(screen, progress::line)) {
        line.start();
        boolean complete = replay.run(history, work.stop::isWanted);
        remarks.addAll(history.remarks());
        remarks.addAll(history.unread());
        // Once more: that pieces of a file are no articles is known only when it was read.
        remarks.addAll(work.source().remarks());
        return complete;
      }
    }
  }

  private Findings findings(Workbench bench, ReplayDirectory directory) throws IOException {
    Comparison comparison = new Comparison(bench, sides.compared(), labels);
    try (ProgressLine line =
        new ProgressLine(
            screen,
            () -> String.format(Locale.ROOT, "comparing: %,d alerts", comparison.compared()))) {
      line.start();
      return findings(comparison, directory.result("changes.jsonl"));
    }
  }

  private Findings findings(Comparison comparison, Optional<Path> file) throws IOException {
    if (file.isEmpty() || !sides.compares()) {
      deleteEarlier(file);
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

  /** Beside this report the changes of an earlier one would be taken for its own. */
  private static void deleteEarlier(Optional<Path> changes) throws IOException {
    if (changes.isPresent()) {
      Files.deleteIfExists(changes.get());
    }
  }

  private static void copy(ReplayDirectory directory, String name, Lines lines) throws IOException {
    Optional<Path> file = directory.result(name);
    if (file.isPresent()) {
      lines.copyTo(file.get());
    }
  }

  private void tell(ReplayReport report, ReplayDirectory directory) {
    ReplayFiles.write(report, directory);
    if (report.complete()) {
      directory.end();
    }
    ReplaySummary.lines(report).forEach(screen::data);
    report.remarks().forEach(screen::say);
    screen.say(ReplaySummary.records(report.sums()));
    if (!report.complete()) {
      screen.say(
          "not complete: these results are of a part"
              + (options.out().isPresent() ? "; --resume goes on" : ""));
    }
    report
        .failures()
        .forEach(
            failure ->
                screen.say(
                    "wirewatch: %s holds: it is %s"
                        .formatted(failure.text(), number(failure.value(report.findings())))));
  }

  /** Who stops it wants no more of it; but what was to be guarded was not. */
  private static int exit(ReplayReport report, StopSignal stop) {
    boolean cutShort = stop.isWanted() && report.conditions().isEmpty();
    return report.failures().isEmpty() && (report.complete() || cutShort) ? 0 : 1;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : "%.3f".formatted(value);
  }

  private Plan plan(ReplaySource source) {
    return new Plan(
        source.kind(),
        scope,
        EnrichConfig.of(settings),
        AlertConfig.of(settings).memory(),
        options.threads());
  }

  private static @Nullable EnrichStep enrich(ReplaySource source) {
    return source.kind() == Plan.Source.RAW ? new EnrichStep(Annotator.bundled()) : null;
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
