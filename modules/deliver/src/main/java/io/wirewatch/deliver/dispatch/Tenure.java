package io.wirewatch.deliver.dispatch;

import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.target.Target;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All that an instance knows while it has the incidents. */
final class Tenure {
  private final int number;
  private final Hiding hiding;
  private final Changes changes = new Changes();
  private final Groups groups;
  private final Outbox outbox;
  private final Answers answers;
  private final Watcher watcher;
  private final Origins origins = new Origins();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /** What a tenure begins with. */
  record Means(Plan plan, Settings settings, RandomGenerator random) {}

  Tenure(int number, Means means, Watcher watcher) {
    this.number = number;
    this.watcher = watcher;
    this.hiding = new Hiding(means.plan());
    Backoff backoff = Backoff.usual(means.random());
    int parallel = means.settings().value(DispatchSettings.PARALLEL);
    for (TargetSpec spec : means.plan().targets()) {
      lanes.put(spec.name(), new Lane(spec, new Circuit(backoff), parallel));
    }
    groups = new Groups(means.plan(), lanes, changes);
    outbox = new Outbox(groups, hiding::by, lanes, changes);
    int attempts = means.settings().value(DispatchSettings.ATTEMPTS);
    answers = new Answers(groups, changes, new Answers.Trying(attempts, backoff), watcher);
  }

  /** Takes in what is known from before. */
  void recall(DispatchTopics topics) {
    topics.wholeDesk(hiding::put);
    Groups.Recall recall = groups.recall(topics.states());
    long first = Math.max(0, topics.position() - Living.MOST);
    topics.again(
        Math.min(first, recall.oldest().orElse(first)),
        hiding.oldest(),
        (at, incident) -> {
          if (incident != null) {
            recall.again(at.offset(), incident);
            origins.put(at.offset(), at.headers());
            hiding.saw(incident, at.taken());
          }
        });
    recall.complete();
  }

  /** A record that nobody has filed yet. */
  void arrived(DispatchTopics.Arrival arrival, Instant now) {
    groups.arrived(arrival.offset(), arrival.incident(), now);
    hiding.saw(arrival.incident(), arrival.taken());
    origins.put(arrival.offset(), arrival.headers());
  }

  /** Decides what can be decided now. */
  void decide(Instant now) {
    for (Hiding.Over over : hiding.over(now)) {
      over.targets()
          .forEach(target -> outbox.notice(target, over.told().getId(), over.text(), now));
      changes.of(over.told());
    }
    outbox.decide(now);
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

  Hiding hiding() {
    return hiding;
  }

  /** How each target does, in the file's order. */
  Map<String, TargetHealth> health() {
    Map<String, TargetHealth> health = new LinkedHashMap<>();
    lanes.forEach((name, lane) -> health.put(name, lane.health()));
    return health;
  }

  /** Whether messages are on their way. */
  boolean isBusy() {
    return lanes.values().stream().anyMatch(Lane::isBusy);
  }

  /** Whether something could be told now. */
  boolean hasDue(Instant now) {
    return lanes.values().stream().anyMatch(lane -> lane.hasDue(now));
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
    if (result.answer() instanceof Target.Answer.Taken) {
      origins
          .of(group.message().getOffsets())
          .forEach(headers -> watcher.told(group.target(), headers));
    }
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
