package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.MessageKind;
import io.wirewatch.ToldIncident;
import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the records that a group waits for: some are told in one message, some are passed
 * over, each with a reason.
 *
 * @param told offsets of what the message tells; ascending, empty where there is none
 * @param passed the others, in their order
 */
record Draft(List<Long> told, MessageKind kind, List<Passed> passed) {
  static final String TAKEN_BACK = "taken back before it was told";
  static final String NEVER_TOLD = "takes back what was never told here";
  static final String NOTHING_NEW = "known there";
  static final String NOT_WANTED = "the target does not want such updates";

  /** Why a record is not told. */
  record Reason(DeliveryOutcome outcome, String words) {

    static Reason skipped(String words) {
      return new Reason(DeliveryOutcome.SKIPPED, words);
    }
  }

  /** A record that is not told. */
  record Passed(long offset, Incident incident, MessageKind kind, Reason reason) {}

  /** What holds a record back now. */
  interface Obstacles {

    /** Silence or inhibition; empty where there is none. */
    Optional<Reason> of(Incident incident);
  }

  static Draft of(Group group, List<Long> offsets, Obstacles obstacles, Updates wanted) {
    Maker maker = new Maker(group, wanted);
    Map<String, List<Long>> byIncident = new LinkedHashMap<>();
    for (long offset : offsets) {
      Incident incident = group.record(offset);
      obstacles
          .of(incident)
          .ifPresentOrElse(
              reason -> maker.pass(offset, reason),
              () ->
                  byIncident
                      .computeIfAbsent(incident.getId(), id -> new ArrayList<>())
                      .add(offset));
    }
    byIncident.values().forEach(maker::take);
    return maker.draft();
  }

  /** A record of a group that is not told, as it would have been told. */
  static Passed passed(Group group, long offset, Reason reason) {
    Incident incident = group.record(offset);
    MessageKind kind = incident.getStanding() == 0 ? MessageKind.RETRACTION : MessageKind.UPDATE;
    boolean known = group.told().of(incident.getId()).isPresent();
    return new Passed(offset, incident, known ? kind : MessageKind.FIRST, reason);
  }

  private static final class Maker {
    private final Group group;
    private final Updates wanted;
    private final List<Long> told = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();
    private boolean pages;
    private boolean stands;

    Maker(Group group, Updates wanted) {
      this.group = group;
      this.wanted = wanted;
    }

    void pass(long offset, Reason reason) {
      passed.add(Draft.passed(group, offset, reason));
    }

    private void pass(List<Long> offsets, Reason reason) {
      offsets.forEach(offset -> pass(offset, reason));
    }

    /** The records of one incident. */
    void take(List<Long> offsets) {
      group
          .told()
          .of(group.record(offsets.get(0)).getId())
          .ifPresentOrElse(known -> takeKnown(known, offsets), () -> takeNew(offsets));
    }

    private void takeNew(List<Long> offsets) {
      Set<String> standing = new HashSet<>();
      Set<String> seen = new HashSet<>();
      for (long offset : offsets) {
        Incident incident = group.record(offset);
        if (incident.getChange() != IncidentChange.RETRACTED) {
          standing.add(incident.getAlert().getId());
          seen.add(incident.getAlert().getId());
        } else if (incident.getStanding() == 0) {
          standing.clear();
        } else {
          standing.remove(incident.getAlert().getId());
        }
      }
      for (long offset : offsets) {
        Incident incident = group.record(offset);
        boolean back = incident.getChange() == IncidentChange.RETRACTED;
        if (!back && standing.contains(incident.getAlert().getId())) {
          told.add(offset);
          pages = true;
          stands = true;
        } else {
          boolean wasSeen = seen.contains(incident.getAlert().getId());
          pass(offset, Reason.skipped(wasSeen ? TAKEN_BACK : NEVER_TOLD));
        }
      }
    }

    private void takeKnown(ToldIncident known, List<Long> offsets) {
      ToldIncident after = Told.copy(known);
      offsets.forEach(offset -> Told.apply(after, group.record(offset)));
      if (!Told.stands(after)) {
        told.addAll(offsets);
        return;
      }
      if (after.equals(known)) {
        pass(offsets, Reason.skipped(NOTHING_NEW));
      } else if (wants(known, after)) {
        told.addAll(offsets);
        stands = true;
      } else {
        pass(offsets, Reason.skipped(NOT_WANTED));
      }
    }

    private boolean wants(ToldIncident known, ToldIncident after) {
      return switch (wanted) {
        case ALL -> true;
        case WORSE -> after.getSeverity().compareTo(known.getSeverity()) > 0;
        case NONE -> false;
      };
    }

    Draft draft() {
      MessageKind kind = stands ? MessageKind.UPDATE : MessageKind.RETRACTION;
      passed.sort((one, other) -> Long.compare(one.offset(), other.offset()));
      return new Draft(
          told.stream().sorted().toList(), pages ? MessageKind.FIRST : kind, List.copyOf(passed));
    }
  }
}
