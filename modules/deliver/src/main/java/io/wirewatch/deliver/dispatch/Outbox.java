package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.MessageKind;
import io.wirewatch.OpenMessage;
import io.wirewatch.deliver.route.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is due becomes a message, or is passed over with a reason. It asks no clock and writes
 * nothing: {@link Changes} are what is to be written. For one thread.
 */
final class Outbox {
  /** So many records are told in one message. */
  static final int MOST_RECORDS = 100;

  private static final Duration MUTED_LOOK = Duration.ofSeconds(15);
  private static final int MOST_DECISIONS = 500;

  private final Groups groups;
  private final Hidden hidden;
  private final Map<String, Lane> lanes;
  private final Changes changes;

  /** What hides a record now, and why; silences or inhibitions. */
  interface Hidden {
    Optional<Draft.Reason> by(Incident incident, List<Incident> living, Instant now);
  }

  Outbox(Groups groups, Hidden hidden, Map<String, Lane> lanes, Changes changes) {
    this.groups = groups;
    this.hidden = hidden;
    this.lanes = lanes;
    this.changes = changes;
  }

  /** Makes messages of what is due, as far as their targets can take them soon. */
  void decide(Instant now) {
    for (Lane lane : lanes.values()) {
      Optional<String> next = lane.toDecide(now);
      for (int i = 0; i < MOST_DECISIONS && next.isPresent(); i++) {
        decide(groups.of(next.get()), lane, now);
        next = lane.toDecide(now);
      }
    }
  }

  private void decide(@Nullable Group group, Lane lane, Instant now) {
    if (group == null) {
      return;
    }
    Optional<String> muted = group.timing().hours().mutedAt(now);
    if (muted.isPresent()) {
      mute(group, muted.get(), now);
      lane.postpone(group, now.plus(MUTED_LOOK));
      return;
    }
    if (group.state().getWaiting().isEmpty()) {
      repeat(group, now);
    } else {
      draft(group, lane, now);
    }
    changes.of(group);
    if (group.isEmpty()) {
      groups.forget(group);
    } else {
      lane.schedule(group);
    }
  }

  private void mute(Group group, String by, Instant now) {
    if (group.saysMuted()) {
      Draft.Reason reason = new Draft.Reason(DeliveryOutcome.MUTED, by);
      group.state().getWaiting().stream()
          .limit(MOST_RECORDS)
          .map(offset -> Draft.passed(group, offset, reason))
          .forEach(passed -> changes.passed(group, passed, now));
    }
  }

  private void repeat(Group group, Instant now) {
    long offset = group.state().getLastOffset();
    Incident last = group.record(offset);
    if (hidden.by(last, groups.living().all(), now).isPresent()) {
      group.state().setRepeatAt(group.timing().repeat().map(now::plus).orElse(null));
      return;
    }
    String id =
        "%s-%d-%d"
            .formatted(
                last.getAlert().getId(),
                last.getRevision(),
                group.state().getRepeatAt().toEpochMilli());
    group.open(message(id, MessageKind.REPEAT, List.of(offset), now));
  }

  private void draft(Group group, Lane lane, Instant now) {
    List<Long> offsets = group.state().getWaiting().stream().limit(MOST_RECORDS).toList();
    Draft draft =
        Draft.of(
            group,
            offsets,
            incident -> hidden.by(incident, groups.living().all(), now),
            lane.spec().updates());
    draft.passed().forEach(passed -> pass(group, passed, now));
    if (!draft.told().isEmpty()) {
      long newest = draft.told().get(draft.told().size() - 1);
      group.open(message(id(group, group.record(newest)), draft.kind(), draft.told(), now));
    }
    group.settle(offsets, now);
  }

  private void pass(Group group, Draft.Passed passed, Instant now) {
    changes.passed(group, passed, now);
    Incident incident = passed.incident();
    // What is hidden is not known there; what is taken back stands no more even so.
    boolean counts =
        passed.reason().outcome() == DeliveryOutcome.SKIPPED
            || incident.getChange() == IncidentChange.RETRACTED;
    if (counts && group.told().of(incident.getId()).isPresent()) {
      group.told().learn(incident);
    }
  }

  private static String id(Group group, Incident newest) {
    String alert = newest.getAlert().getId();
    boolean known = newest.getChange() == IncidentChange.RETRACTED || group.told().hasAlert(newest);
    return known ? alert + "-" + newest.getRevision() : alert;
  }

  private static OpenMessage message(String id, MessageKind kind, List<Long> offsets, Instant now) {
    return new OpenMessage(id, kind, new ArrayList<>(offsets), null, now, 0, now, "");
  }

  /** A message to a target that is about no alert; it goes at once. */
  void notice(String target, String group, String text, Instant now) {
    Plan.Way way = new Plan.Way(target, group, Map.of(), Groups.AT_ONCE);
    OpenMessage message = message(group + "-over", MessageKind.NOTICE, List.of(), now);
    message.setText(text);
    groups.add(Group.notice(way, message));
  }
}
