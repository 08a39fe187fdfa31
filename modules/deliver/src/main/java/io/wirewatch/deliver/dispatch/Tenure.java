package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeskEntry;
import io.wirewatch.Incident;
import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.route.Silences;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All that an instance knows while it has the incidents. */
final class Tenure {
  private final int number;
  private final Silences silences;
  private final Plan plan;
  private final Changes changes = new Changes();
  private final Groups groups;
  private final Outbox outbox;
  private final Answers answers;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /** What a tenure begins with. */
  record Means(Plan plan, Silences silences, Settings settings, RandomGenerator random) {}

  Tenure(int number, Means means, Watcher watcher) {
    this.number = number;
    this.plan = means.plan();
    this.silences = means.silences();
    Backoff backoff = Backoff.usual(means.random());
    int parallel = means.settings().value(DispatchSettings.PARALLEL);
    for (TargetSpec spec : plan.targets()) {
      lanes.put(spec.name(), new Lane(spec, new Circuit(backoff), parallel));
    }
    groups = new Groups(plan, lanes, changes);
    outbox = new Outbox(groups, this::hidden, lanes, changes);
    int attempts = means.settings().value(DispatchSettings.ATTEMPTS);
    answers = new Answers(groups, changes, new Answers.Trying(attempts, backoff), watcher);
  }

  /** Takes in what is known from before. */
  void recall(DispatchTopics topics) {
    topics.wholeDesk((offset, id, entry) -> silences.put(id, entry));
    Groups.Recall recall = groups.recall(topics.states());
    long position = topics.position();
    long first = Math.max(0, position - Living.MOST);
    topics.again(
        Math.min(first, recall.oldest().orElse(first)),
        (offset, key, incident) -> {
          if (incident != null) {
            recall.again(offset, incident);
          }
        });
    recall.complete();
  }

  private Optional<Draft.Reason> hidden(Incident incident, List<Incident> living, Instant now) {
    return silences
        .hiding(incident, now)
        .map(silence -> new Draft.Reason(DeliveryOutcome.SILENCED, words(silence)))
        .or(
            () ->
                plan.inhibitedBy(incident, living)
                    .map(rule -> new Draft.Reason(DeliveryOutcome.INHIBITED, rule)));
  }

  /** How the log says by what an alert was hidden; begins with its id and a blank. */
  private static String words(DeskEntry silence) {
    return "%s by %s: %s".formatted(silence.getId(), silence.getBy(), silence.getText());
  }

  int number() {
    return number;
  }

  Changes changes() {
    return changes;
  }

  Groups groups() {
    return groups;
  }

  Outbox outbox() {
    return outbox;
  }

  Silences silences() {
    return silences;
  }

  /** Whether messages are on their way. */
  boolean isBusy() {
    return lanes.values().stream().anyMatch(Lane::isBusy);
  }

  /** Whether answers are to come. */
  boolean isUnanswered() {
    return lanes.values().stream().anyMatch(Lane::isUnanswered);
  }

  /** All that changed is written. */
  void written() {
    changes.clear();
    lanes.values().forEach(Lane::written);
  }

  /** What came of an attempt. */
  void take(Couriers.Result result, Instant now) {
    Couriers.Order order = result.order();
    Lane lane = lanes.get(order.spec().name());
    Group group = groups.of(order.key());
    if (lane == null || group == null || group.message() == null) {
      return;
    }
    if (result.answer() == null) {
      lane.notTried(group);
      return;
    }
    Changes.Attempt attempt =
        new Changes.Attempt(
            group.message().getAttempts() + 1, now, result.tookMillis(), result.answer().words());
    answers.take(lane, group, result.answer(), attempt);
  }

  /** The next message of all that may go now; it is on its way from then on. */
  Optional<Couriers.Order> next(Instant now, long untilNanos) {
    for (Lane lane : lanes.values()) {
      Optional<Couriers.Order> order =
          lane.toSend(now)
              .map(groups::of)
              .map(
                  group ->
                      new Couriers.Order(
                          lane.spec(), group.key(), group.open(), untilNanos, number));
      if (order.isPresent()) {
        return order;
      }
    }
    return Optional.empty();
  }
}
