package io.wirewatch.app;

import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Scope;
import io.wirewatch.rules.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code wirewatch replay} is asked. */
final class ReplayOptions {
  private static final String LIVE = "live";
  private static final int MOST_WARM_UP_DAYS = 366;
  // Far beyond it a time has no milliseconds any more that a broker could be asked for.
  private static final int LAST_YEAR = 9999;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Earliest event time, with its zone: 2026-01-31T00:00Z. Default: all that is kept.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Event times before this one.")
  private @Nullable String to;

  @Option(
      names = "--taken-before",
      paramLabel = "TIME",
      description = "Do not look at what came into the topics from then on; else to their ends.")
  private @Nullable String takenBefore;

  @Option(
      names = "--warm-up",
      paramLabel = "DAYS",
      defaultValue = "7",
      description =
          "So long before --from articles are read, but not counted, to know revisions as such (default: 7).")
  private int warmUpDays;

  @Option(
      names = "--against",
      paramLabel = "DIR|live",
      description = "Compare with these rules, or with the alerts that were live.")
  private @Nullable String against;

  @Option(
      names = "--source",
      paramLabel = "raw|enriched",
      description =
          "Which topic: enriched (default) as it was then, or raw, enriched anew by this build.")
  private Plan.@Nullable Source source;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Articles in files, folders or - instead of a cluster: jsonl, feeds, pages; or a folder of 'replay archive'.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--observed-at",
      paramLabel = "TIME",
      description = "When articles of files were read, where they do not say. Default: now.")
  private @Nullable String observedAt;

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "CODE,…",
      description = "Only articles about these: IQ, IQ-AN.")
  private Set<String> regions = Set.of();

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "NAME,…",
      description = "Only articles of these.")
  private Set<String> sources = Set.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write report.html, report.json, alerts.jsonl, changes.jsonl and set-aside.jsonl there.")
  private @Nullable Path out;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "JSON lines {\"article\"|\"url\",\"rule\",\"relevant\"}: gives precision and recall a rule.")
  private @Nullable Path labels;

  @Option(
      names = "--fail-on",
      paramLabel = "CONDITION",
      description = "Exit 1 where this holds, such as 'lost>0' or 'border.precision<0.8'.")
  private List<String> failOn = new ArrayList<>();

  @Option(
      names = "--to-topic",
      paramLabel = "PREFIX",
      description = "Also write the alerts to PREFIX.news.alerts of the cluster, for a rehearsal.")
  private @Nullable String toTopic;

  @Option(names = "--resume", description = "Go on with a replay that stopped; needs --out.")
  private boolean resume;

  @Option(
      names = "--skip-tests",
      description = "Replay though tests of the rules fail; else that ends with exit 1.")
  private boolean skipTests;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that decode, annotate and match (default: one a processor).")
  private @Nullable Integer threads;

  /** Which articles count. */
  Scope scope() {
    if (warmUpDays < 0 || warmUpDays > MOST_WARM_UP_DAYS) {
      throw new Refusal("--warm-up takes days, 0 to " + MOST_WARM_UP_DAYS);
    }
    Instant begin = from == null ? Instant.MIN : time("--from", from);
    Instant end = to == null ? Instant.MAX : time("--to", to);
    if (!begin.isBefore(end)) {
      throw new Refusal("--from " + from + " is not before --to " + to + ": turn them round");
    }
    return new Scope(begin, end, Duration.ofDays(warmUpDays), regions(), sources());
  }

  private Set<String> regions() {
    return regions.stream().map(ReplayOptions::region).collect(Collectors.toSet());
  }

  private static String region(String given) {
    String bare = given.strip();
    String code = bare.indexOf(':') >= 0 ? bare : bare.toUpperCase(Locale.ROOT);
    if (!Filters.isRegion(code)) {
      throw new Refusal(
          "--regions takes codes such as IQ,SY-DY or geonames:99592, not '" + given + "'");
    }
    return code;
  }

  private Set<String> sources() {
    Set<String> names = sources.stream().map(String::strip).collect(Collectors.toSet());
    if (names.contains("")) {
      throw new Refusal("--sources takes names with commas between them, and one is empty");
    }
    return names;
  }

  Optional<Instant> takenBefore() {
    return Optional.ofNullable(takenBefore).map(given -> time("--taken-before", given));
  }

  Optional<Instant> observedAt() {
    return Optional.ofNullable(observedAt).map(given -> time("--observed-at", given));
  }

  /** Whether it is compared with what was live. */
  boolean isAgainstLive() {
    if (LIVE.equals(against) && !inputs.isEmpty()) {
      throw new Refusal("--against live needs a cluster: leave --input out, or give a rule folder");
    }
    return LIVE.equals(against);
  }

  /** The rules that it is compared with. */
  Optional<Path> otherRules() {
    return Optional.ofNullable(against).filter(given -> !given.equals(LIVE)).map(Path::of);
  }

  /** Which topic was asked for; empty where the user did not say. */
  Optional<Plan.Source> source() {
    return Optional.ofNullable(source);
  }

  List<String> inputs() {
    return inputs;
  }

  Optional<Path> out() {
    if (resume && out == null) {
      throw new Refusal("--resume needs the --out of the replay that stopped");
    }
    return Optional.ofNullable(out);
  }

  Optional<Path> labels() {
    return Optional.ofNullable(labels);
  }

  List<FailCondition> failConditions() {
    return failOn.stream().map(FailCondition::parse).toList();
  }

  Optional<String> toTopic() {
    return Optional.ofNullable(toTopic);
  }

  boolean resumes() {
    return resume;
  }

  boolean skipsTests() {
    return skipTests;
  }

  int threads() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1 || count > 256) {
      throw new Refusal("--threads takes 1 to 256");
    }
    return count;
  }

  /** A time with its zone, of the years 1 to 9999; anything else is refused. */
  static Instant time(String option, String given) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(given);
      if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
        throw new Refusal(
            "%s takes a time of the years 1 to %d, not '%s'".formatted(option, LAST_YEAR, given));
      }
      return time.toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Refusal(
          option
              + " takes a time with its zone, such as 2026-01-31T08:00Z or 2026-01-31T08:00+03:00, not '"
              + given
              + "'",
          wrong);
    }
  }
}
