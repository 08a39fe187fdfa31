package io.wirewatch.app;

import io.wirewatch.DeskEntry;
import io.wirewatch.contract.Settings;
import io.wirewatch.desk.DeskEntries;
import io.wirewatch.desk.DeskTopic;
import io.wirewatch.desk.LabelMatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch deliver silence add}: holds alerts back from now on. */
@Command(
    name = "add",
    description = {
      "Tell nobody of alerts that fit all matchers, from now on; says before what that would have hidden.",
      "The silence's id goes to standard output."
    })
final class SilenceAddCommand implements Callable<Integer> {
  private static final Duration USUAL_WHERE_COLD = Duration.ofDays(30);
  private static final int DAYS = 30;

  @Mixin private MatcherOption matchers = new MatcherOption();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--for", paramLabel = "TIME", description = "So long: 30m, 4h, 7d; at most 90d.")
  private @Nullable String span;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Up to then, with its zone: 2026-01-31T08:00Z.")
  private @Nullable String until;

  @Option(
      names = "--until-cold",
      paramLabel = "TIME",
      description =
          "Also ends when no alert that it fits has come for so long; alone: after 30 days at the latest.")
  private @Nullable String cold;

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "For others.")
  private String why = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who wants it (default: the user of this machine).")
  private String by = "";

  @Override
  public Integer call() {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    List<LabelMatcher> read = matchers.read();
    Instant end = end(now);
    Duration coldSpan = cold == null ? null : SpanWord.of("--until-cold", cold);
    text("--why", why);
    text("--by", by);
    DeskEntries.Author author = new DeskEntries.Author(by, now);
    Settings settings = cluster.settings();
    Preflight.prepare(settings, Role.DELIVER_SILENCE, List.of());
    Screen screen = Screen.standard();
    screen.say(SilenceHistory.read(settings, read, DAYS, now).line());
    refuseTooMany(settings, now);
    DeskEntry entry = DeskEntries.silence(author, why, read, end, Optional.ofNullable(coldSpan));
    DeskTopic.write(settings, entry);
    screen.data(entry.getId());
    screen.say(
        "silenced until %s%s; 'wirewatch deliver silence end %s' ends it"
            .formatted(end, cold == null ? "" : " or cold for " + cold, entry.getId()));
    return 0;
  }

  private Instant end(Instant now) {
    if (span != null && until != null) {
      throw new Refusal("takes --for or --until: leave one of them out");
    }
    if (span == null && until == null && cold == null) {
      throw new Refusal("needs an end: give --for 4h, --until TIME or --until-cold 6h");
    }
    if (until == null) {
      return now.plus(span == null ? USUAL_WHERE_COLD : SpanWord.of("--for", span));
    }
    Instant end = ReplayOptions.time("--until", until);
    if (!end.isAfter(now) || end.isAfter(now.plus(DeskEntries.LONGEST_SILENCE))) {
      throw new Refusal("--until takes a time to come within 90 days");
    }
    return end;
  }

  private static void text(String option, String given) {
    if (given.isBlank() || given.length() > DeskEntries.LONGEST_TEXT) {
      throw new Refusal(option + " takes 1 to 1,000 characters");
    }
  }

  private static void refuseTooMany(Settings settings, Instant now) {
    long held = DeskTopic.holding(settings, now);
    if (held >= DeskEntries.MOST_SILENCES) {
      throw new Refusal(
          "%d silences hold already: end some, or take some together by =~".formatted(held));
    }
  }
}
