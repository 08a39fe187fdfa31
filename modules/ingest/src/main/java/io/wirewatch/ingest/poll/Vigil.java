package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.rhythm.SourceFinding;
import io.wirewatch.ingest.rhythm.SourceWatch;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Watches over one source during one poll: which alarms it is in, and is no more. */
final class Vigil {
  /** So many polls in a row may fail before it is an alarm. */
  private static final int FAILURES = 3;

  /** A source that nobody asked for so long after its time was not watched. */
  private static final Duration UNWATCHED = Duration.ofMinutes(10);

  private final Instant now;
  private final SourceWatch watch;
  private final List<SourceAlarm> open;

  private Vigil(Instant now, SourceWatch watch, List<SourceAlarm> open) {
    this.now = now;
    this.watch = watch;
    this.open = open;
  }

  /** Goes on from what is known of a source. */
  static Vigil of(FeedState known, Instant now) {
    byte[] rhythm = new byte[known.getRhythm().remaining()];
    known.getRhythm().duplicate().get(rhythm);
    String source = known.getSource();
    SourceWatch watch =
        SourceWatch.restored(source, rhythm).orElseGet(() -> SourceWatch.over(source));
    if (known.getLastPoll() != null && known.getNextPoll().plus(UNWATCHED).isBefore(now)) {
      watch.resumed(now);
    }
    return new Vigil(now, watch, new ArrayList<>(known.getAlarms()));
  }

  /** An item came that is new. */
  void came(Reading reading) {
    List<SourceFinding> findings =
        reading instanceof Reading.Read read
            ? watch.accepted(
                now, Seen.hash(read.article().getId()), Seen.hash(read.article().getBody()))
            : watch.rejected(now);
    findings.forEach(this::take);
  }

  /** Writes what is known at the end of the poll into the state. */
  void end(FeedState.Builder state) {
    watch.check(now).ifPresent(this::take);
    boolean failing = state.getGone() || state.getFailures() >= FAILURES;
    if (failing && open.stream().noneMatch(alarm -> alarm.getKind() == SourceAlarmKind.FAILING)) {
      Instant since = Objects.requireNonNullElse(state.getLastSuccess(), now);
      open.add(alarm(state.getSource(), SourceAlarmKind.FAILING, since, state.getStatus()));
    } else if (!failing && state.getFailures() == 0) {
      open.removeIf(alarm -> alarm.getKind() == SourceAlarmKind.FAILING);
    }
    state.setRhythm(ByteBuffer.wrap(watch.snapshot())).setAlarms(open);
  }

  private void take(SourceFinding finding) {
    SourceFinding.Kind ended = finding.ended();
    if (ended == null) {
      SourceAlarmKind kind = SourceAlarmKind.valueOf(finding.kind().name());
      open.add(alarm(finding.source(), kind, finding.since(), finding.explanation()));
    } else {
      open.removeIf(alarm -> alarm.getKind() == SourceAlarmKind.valueOf(ended.name()));
    }
  }

  private SourceAlarm alarm(
      String source, SourceAlarmKind kind, Instant since, String explanation) {
    return new SourceAlarm(source, kind, null, since, now, explanation);
  }

  /** What has to be told of one poll: alarms that began, and those that are over. */
  static List<SourceAlarm> told(FeedState before, FeedState after) {
    Instant at = Optional.ofNullable(after.getLastPoll()).orElse(Instant.EPOCH);
    List<SourceAlarm> told = new ArrayList<>();
    for (SourceAlarm alarm : before.getAlarms()) {
      if (after.getAlarms().stream().noneMatch(other -> isSame(alarm, other))) {
        told.add(
            new SourceAlarm(
                alarm.getSource(),
                SourceAlarmKind.RECOVERED,
                alarm.getKind(),
                alarm.getSince(),
                at,
                over(alarm.getKind())));
      }
    }
    for (SourceAlarm alarm : after.getAlarms()) {
      if (before.getAlarms().stream().noneMatch(other -> isSame(alarm, other))) {
        told.add(alarm);
      }
    }
    return told;
  }

  private static boolean isSame(SourceAlarm alarm, SourceAlarm other) {
    return alarm.getKind() == other.getKind() && alarm.getSince().equals(other.getSince());
  }

  private static String over(SourceAlarmKind kind) {
    return switch (kind) {
      case SILENT -> "an item came again";
      case REJECTING -> "items can be used again";
      case CONSTANT -> "items say different things again";
      case FAILING -> "it answers again";
      case OTHER, RECOVERED -> "it is over";
    };
  }
}
