package io.wirewatch.deliver.dispatch;

import io.wirewatch.deliver.target.TargetSpec;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What goes to one target, whatever others do. */
final class Lane {
  private final TargetSpec spec;
  private final Circuit circuit;
  private final int parallel;
  private final Agenda decisions = new Agenda();
  private final Agenda attempts = new Agenda();
  private final Set<String> underWay = new HashSet<>();
  private final Set<String> answered = new HashSet<>();

  /**
   * A lane to that target.
   *
   * @param parallel so many messages are under way at most, each of another group
   */
  Lane(TargetSpec spec, Circuit circuit, int parallel) {
    this.spec = spec;
    this.circuit = circuit;
    this.parallel = parallel;
  }

  TargetSpec spec() {
    return spec;
  }

  Circuit circuit() {
    return circuit;
  }

  /** Puts a group where it belongs: a message that is being tried comes before what waits. */
  void schedule(Group group) {
    String key = group.key();
    decisions.remove(key);
    attempts.remove(key);
    var message = group.message();
    if (message != null) {
      attempts.put(key, message.getNextAttempt());
    } else {
      group.due().ifPresent(at -> decisions.put(key, at));
    }
  }

  /** That group is to be looked at later. */
  void postpone(Group group, Instant at) {
    decisions.put(group.key(), at);
  }

  /** A group that is to be decided on now; empty where there is none, or enough to do. */
  Optional<String> toDecide(Instant now) {
    // What is decided early cannot take in what comes later, and cannot be silenced.
    boolean hasEnough =
        circuit.isOpen()
            ? !attempts.isEmpty() || !underWay.isEmpty()
            : attempts.due(now, 2 * parallel) + underWay.size() >= 2 * parallel;
    return hasEnough || circuit.rests(now) ? Optional.empty() : decisions.due(now);
  }

  /** The next group whose message goes now; it is under way from then on. */
  Optional<String> toSend(Instant now) {
    int most = circuit.isOpen() ? 1 : parallel;
    if (underWay.size() >= most || circuit.rests(now)) {
      return Optional.empty();
    }
    Optional<String> next = attempts.due(now);
    next.ifPresent(attempts::remove);
    next.ifPresent(underWay::add);
    return next;
  }

  /** The target has answered; the place is free when that is {@link #written}. */
  void answered(String key) {
    answered.add(key);
  }

  /** It was handed out, and nobody has tried. */
  void notTried(Group group) {
    underWay.remove(group.key());
    schedule(group);
  }

  /** What was answered is written: its places are free. */
  void written() {
    // An answer that is not written is forgotten by a kill, and the message comes again. So a place
    // is free only then: no more messages come twice than there are places.
    underWay.removeAll(answered);
    answered.clear();
  }

  /** Whether messages are on their way, or their answers not written. */
  boolean isBusy() {
    return !underWay.isEmpty();
  }

  /** Whether something could go now. */
  boolean hasDue(Instant now) {
    return !circuit.rests(now) && (attempts.due(now).isPresent() || decisions.due(now).isPresent());
  }

  /** Whether an answer is to come. */
  boolean isUnanswered() {
    return underWay.size() > answered.size();
  }

  TargetHealth health() {
    return new TargetHealth(decisions.size() + attempts.size() + underWay.size(), circuit.isOpen());
  }

  void forget(String key) {
    decisions.remove(key);
    attempts.remove(key);
  }
}
