package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryState;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
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

/** All groups of all targets: what comes in is filed under them. For one thread. */
final class Groups {
  private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

  /** So long after its last alert, by event time, a group is forgotten. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  /** How a group goes of which nothing has come yet that says it. */
  static final Plan.Timing AT_ONCE =
      new Plan.Timing(Duration.ZERO, Duration.ZERO, Optional.empty(), time -> Optional.empty());

  private final Plan plan;
  private final Map<String, Lane> lanes;
  private final Changes changes;
  private final Living living = new Living();
  private final Map<String, Group> byKey = new HashMap<>();

  Groups(Plan plan, Map<String, Lane> lanes, Changes changes) {
    this.plan = plan;
    this.lanes = lanes;
    this.changes = changes;
  }

  @Nullable Group of(String key) {
    return byKey.get(key);
  }

  int size() {
    return byKey.size();
  }

  Living living() {
    return living;
  }

  /** One more, of this instance's own. */
  void add(Group group) {
    byKey.put(group.key(), group);
    changes.of(group);
    schedule(group);
  }

  /** Takes in what was known when all this was another's. */
  Recall recall(Collection<DeliveryState> states) {
    Map<Long, List<Group>> needed = new HashMap<>();
    for (DeliveryState state : states) {
      Group group = Group.recalled(state, AT_ONCE);
      byKey.put(group.key(), group);
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
      byKey.values().forEach(Groups.this::schedule);
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
            byKey.computeIfAbsent(Group.key(way.target(), way.group()), key -> Group.begin(way));
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
      for (Group group : byKey.values()) {
        if (group.told().hasAlert(incident)
            || group.records().stream().anyMatch(r -> r.getAlert().getId().equals(alert))) {
          knowing.add(group);
        }
      }
    }
    return knowing;
  }

  /** Forgets groups of which nothing was heard for long. */
  void forgetOld() {
    Instant before = living.latest().minus(REMEMBERED);
    Set<Group> old = new HashSet<>();
    for (Group group : byKey.values()) {
      if (group.message() == null
          && group.state().getWaiting().isEmpty()
          && group.state().getEventTime().isBefore(before)) {
        old.add(group);
      }
    }
    old.forEach(this::forget);
  }

  void forget(Group group) {
    byKey.remove(group.key());
    changes.of(group);
    Lane lane = lanes.get(group.target());
    if (lane != null) {
      lane.forget(group.key());
    }
  }
}
