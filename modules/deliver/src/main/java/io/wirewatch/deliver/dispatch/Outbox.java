package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeliveryState;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.MessageKind;
import io.wirewatch.OpenMessage;
import io.wirewatch.deliver.route.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All groups of all targets: what comes in is filed under them, what is due becomes a message. It
 * asks no clock and writes nothing: {@link Changes} are what is to be written. For one thread.
 */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** So many records are told in one message. */
  static final int MOST_RECORDS = 100;

  /** So long after its last alert, by event time, a group is forgotten. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final Duration MUTED_LOOK = Duration.ofSeconds(15);
  private static final int MOST_DECISIONS = 500;
  private static final Plan.Timing AT_ONCE =
      new Plan.Timing(Duration.ZERO, Duration.ZERO, Optional.empty(), time -> Optional.empty());

  private final Plan plan;
  private final Hidden hidden;
  private final Living living;
  private final Changes changes;
  private final Map<String, Lane> lanes;
  private final Map<String, Group> groups = new HashMap<>();

  /** What hides a record now, and why; silences or inhibitions. */
  interface Hidden {
    Optional<Draft.Reason> by(Incident incident, List<Incident> living, Instant now);
  }

  Outbox(Plan plan, Hidden hidden, Map<String, Lane> lanes) {
    this.plan = plan;
    this.hidden = hidden;
    this.lanes = lanes;
    this.living = new Living();
    this.changes = new Changes();
  }

  Changes changes() {
    return changes;
  }

  Collection<Lane> lanes() {
    return lanes.values();
  }

  @Nullable Group group(String key) {
    return groups.get(key);
  }

  int size() {
    return groups.size();
  }

  /** The latest event time of all that came. */
  Instant latest() {
    return living.latest();
  }

  /** Takes in what was known when all this was another's. */
  Recall recall(Collection<DeliveryState> states) {
    Map<Long, List<Group>> needed = new HashMap<>();
    for (DeliveryState state : states) {
      Group group = Group.recalled(state, AT_ONCE);
      groups.put(group.key(), group);
      for (long offset : group.needed()) {
        needed.computeIfAbsent(offset, o -> new ArrayList<>()).add(group);
      }
    }
    return new Recall(needed);
  }

  /** Records that have come before, and come once more for who takes over. */
  final class Recall {
    private final Map<Long, List<Group>> needed;

    private Recall(Map<Long, List<Group>> needed) {
      this.needed = needed;
    }

    /** The oldest that something still depends on. */
    Optional<Long> oldest() {
      return needed.keySet().stream().min(Long::compare);
    }

    void again(long offset, Incident incident) {
      living.add(incident);
      List<Group> waiting = needed.remove(offset);
      if (waiting == null) {
        return;
      }
      List<Plan.Way> ways = plan.ways(incident);
      for (Group group : waiting) {
        group.add(offset, incident);
        ways.stream()
            .filter(way -> Group.key(way.target(), way.group()).equals(group.key()))
            .findFirst()
            .ifPresent(way -> group.time(way.timing()));
      }
    }

    /** All that there is has come. */
    void complete() {
      needed.forEach(
          (offset, waiting) -> {
            LOG.warn("record {} is no longer on news.incidents: it is told to nobody", offset);
            waiting.forEach(group -> group.miss(offset));
            waiting.forEach(changes::of);
          });
      groups.values().forEach(Outbox.this::schedule);
    }
  }

  private void schedule(Group group) {
    Lane lane = lanes.get(group.target());
    if (lane != null) {
      lane.schedule(group);
    }
  }

  /** A record that nobody has filed yet. */
  void arrived(long offset, Incident incident, Instant now) {
    living.add(incident);
    List<Group> told = knowing(incident);
    if (told.isEmpty()) {
      for (Plan.Way way : plan.ways(incident)) {
        Group group =
            groups.computeIfAbsent(
                Group.key(way.target(), way.group()), key -> Group.begin(way));
        group.time(way.timing());
        told.add(group);
      }
    }
    for (Group group : told) {
      group.await(offset, incident, now);
      changes.of(group);
      if (!isUnderWay(group)) {
        schedule(group);
      }
    }
  }

  private static boolean isUnderWay(Group group) {
    return group.message() != null;
  }

  /** Where an alert that is taken back went; empty for others. */
  private List<Group> knowing(Incident incident) {
    List<Group> knowing = new ArrayList<>();
    if (incident.getChange() == IncidentChange.RETRACTED) {
      String alert = incident.getAlert().getId();
      for (Group group : groups.values()) {
        if (group.told().hasAlert(incident)
            || group.records().stream().anyMatch(r -> r.getAlert().getId().equals(alert))) {
          knowing.add(group);
        }
      }
    }
    return knowing;
  }

  /** Makes messages of what is due, as far as their targets can take them soon. */
  void decide(Instant now) {
    for (Lane lane : lanes.values()) {
      Optional<String> next = lane.toDecide(now);
      for (int i = 0; i < MOST_DECISIONS && next.isPresent(); i++) {
        decide(groups.get(next.get()), lane, now);
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
      forget(group);
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
    if (hidden.by(last, living.all(), now).isPresent()) {
      group.state().setRepeatAt(group.timing().repeat().map(now::plus).orElse(null));
      return;
    }
    String id =
        "%s.%d.%d"
            .formatted(
                last.getAlert().getId(), last.getRevision(), group.state().getRepeatAt().toEpochMilli());
    group.open(message(id, MessageKind.REPEAT, List.of(offset), now));
  }

  private void draft(Group group, Lane lane, Instant now) {
    List<Long> offsets = group.state().getWaiting().stream().limit(MOST_RECORDS).toList();
    Draft draft =
        Draft.of(
            group,
            offsets,
            incident -> hidden.by(incident, living.all(), now),
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
    boolean known =
        newest.getChange() == IncidentChange.RETRACTED || group.told().hasAlert(newest);
    return known ? alert + "." + newest.getRevision() : alert;
  }

  private static OpenMessage message(
      String id, MessageKind kind, List<Long> offsets, Instant now) {
    return new OpenMessage(id, kind, new ArrayList<>(offsets), null, now, 0, now, "");
  }

  /** A message to a target that is about no alert; it goes at once. */
  void notice(String target, String group, String text, Instant now) {
    Plan.Way way = new Plan.Way(target, group, Map.of(), AT_ONCE);
    OpenMessage message = message(group + ".over", MessageKind.NOTICE, List.of(), now);
    message.setText(text);
    Group notice = Group.notice(way, message);
    groups.put(notice.key(), notice);
    changes.of(notice);
    schedule(notice);
  }

  /** Forgets groups of which nothing was heard for long. */
  void forgetOld() {
    Instant before = latest().minus(REMEMBERED);
    Set<Group> old = new HashSet<>();
    for (Group group : groups.values()) {
      if (group.message() == null
          && group.state().getWaiting().isEmpty()
          && group.state().getEventTime().isBefore(before)) {
        old.add(group);
      }
    }
    old.forEach(this::forget);
  }

  void forget(Group group) {
    groups.remove(group.key());
    changes.of(group);
    Lane lane = lanes.get(group.target());
    if (lane != null) {
      lane.forget(group.key());
    }
  }
}
