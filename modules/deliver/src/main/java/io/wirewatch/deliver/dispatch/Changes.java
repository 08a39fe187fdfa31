package io.wirewatch.deliver.dispatch;

import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeskEntry;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.OpenMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is to be written, all or none. */
final class Changes {
  private static final int LONGEST_ANSWER = 300;

  private final Set<String> states = new LinkedHashSet<>();
  private final List<Delivery> log = new ArrayList<>();
  private final List<FailedDelivery> failed = new ArrayList<>();
  private final List<DeskEntry> desk = new ArrayList<>();

  /** Keys of groups that are not what was written last; of those that are gone too. */
  Set<String> states() {
    return states;
  }

  List<Delivery> log() {
    return log;
  }

  List<FailedDelivery> failed() {
    return failed;
  }

  List<DeskEntry> desk() {
    return desk;
  }

  boolean isEmpty() {
    return states.isEmpty() && log.isEmpty() && failed.isEmpty() && desk.isEmpty();
  }

  /** They are written. */
  void clear() {
    states.clear();
    log.clear();
    failed.clear();
    desk.clear();
  }

  void of(Group group) {
    states.add(group.key());
  }

  void of(DeskEntry entry) {
    desk.add(entry);
  }

  /** What came of an attempt; the message is that of the group still. */
  void attempt(Group group, DeliveryOutcome outcome, Attempt attempt) {
    OpenMessage message = Objects.requireNonNull(group.message());
    List<Incident> incidents = group.open().incidents();
    log.add(
        line(group, incidents)
            .setMessage(message.getId())
            .setKind(message.getKind())
            .setOutcome(outcome)
            .setAttempt(attempt.number())
            .setAt(attempt.at())
            .setTookMillis(attempt.tookMillis())
            .setAnswer(shortened(attempt.words()))
            .build());
    if (outcome == DeliveryOutcome.FAILED) {
      failed.add(failed(group, message, attempt));
    }
  }

  /** One attempt, and what was said to it. */
  record Attempt(int number, Instant at, int tookMillis, String words) {}

  private static FailedDelivery failed(Group group, OpenMessage message, Attempt attempt) {
    return FailedDelivery.newBuilder()
        .setTarget(group.target())
        .setGroup(group.state().getGroup())
        .setLabels(new HashMap<>(group.state().getLabels()))
        .setMessage(message.getId())
        .setKind(message.getKind())
        .setIncidents(group.open().incidents())
        .setText(message.getText())
        .setMadeAt(message.getAt())
        .setAttempts(attempt.number())
        .setReason(attempt.words())
        .setAt(attempt.at())
        .build();
  }

  /** A record for which no attempt is made, or not now. */
  void passed(Group group, Draft.Passed passed, Instant now) {
    log.add(
        line(group, List.of(passed.incident()))
            .setMessage(passed.incident().getAlert().getId())
            .setKind(passed.kind())
            .setOutcome(passed.reason().outcome())
            .setAttempt(0)
            .setAt(now)
            .setTookMillis(0)
            .setAnswer(shortened(passed.reason().words()))
            .build());
  }

  private static Delivery.Builder line(Group group, Collection<Incident> incidents) {
    return Delivery.newBuilder()
        .setTarget(group.target())
        .setGroup(group.state().getGroup())
        .setAlerts(incidents.stream().map(one -> one.getAlert().getId()).distinct().toList())
        .setIncidents(incidents.stream().map(Incident::getId).distinct().toList());
  }

  static String shortened(String words) {
    return words.length() <= LONGEST_ANSWER ? words : words.substring(0, LONGEST_ANSWER - 1) + "…";
  }
}
