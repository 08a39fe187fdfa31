package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryState;
import io.wirewatch.Incident;
import io.wirewatch.OpenMessage;
import io.wirewatch.ToldIncident;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.target.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts that go together to one target: what it was told of them, and what it waits for. */
final class Group {
  private final DeliveryState state;
  private final Told told;
  private final SortedMap<Long, Incident> records = new TreeMap<>();
  private Plan.Timing timing;
  private boolean mutedSaid;

  private Group(DeliveryState state, Plan.Timing timing) {
    this.state = state;
    this.timing = timing;
    List<ToldIncident> mine = new ArrayList<>();
    state.getTold().forEach(one -> mine.add(Told.copy(one)));
    state.setTold(mine);
    // What was read has lists that cannot be changed.
    state.setWaiting(new ArrayList<>(state.getWaiting()));
    OpenMessage message = state.getMessage();
    if (message != null) {
      message.setOffsets(new ArrayList<>(message.getOffsets()));
    }
    this.told = new Told(mine);
  }

  /** One of which nobody knows yet. */
  static Group begin(Plan.Way way) {
    return new Group(blank(way).build(), way.timing());
  }

  private static DeliveryState.Builder blank(Plan.Way way) {
    return DeliveryState.newBuilder()
        .setTarget(way.target())
        .setGroup(way.group())
        .setLabels(new HashMap<>(way.labels()))
        .setWaiting(new ArrayList<>())
        .setTold(new ArrayList<>())
        .setEventTime(Instant.EPOCH);
  }

  /** One that is nothing but this message. */
  static Group notice(Plan.Way way, OpenMessage message) {
    return new Group(blank(way).setMessage(message).build(), way.timing());
  }

  /** One as it was left; its records come again. */
  static Group recalled(DeliveryState state, Plan.Timing timing) {
    return new Group(state, timing);
  }

  String key() {
    return key(target(), state.getGroup());
  }

  static String key(String target, String group) {
    return target + "/" + group;
  }

  DeliveryState state() {
    return state;
  }

  String target() {
    return state.getTarget();
  }

  Told told() {
    return told;
  }

  Plan.Timing timing() {
    return timing;
  }

  @Nullable OpenMessage message() {
    return state.getMessage();
  }

  /** One more record that it waits for, or one that it had waited for before. */
  void add(long offset, Incident incident) {
    records.put(offset, incident);
    if (incident.getAlert().getEventTime().isAfter(state.getEventTime())) {
      state.setEventTime(incident.getAlert().getEventTime());
    }
  }

  /** The same of one that is new. */
  void await(long offset, Incident incident, Instant now) {
    state.getWaiting().add(offset);
    if (state.getWaitingSince() == null) {
      state.setWaitingSince(now);
    }
    add(offset, incident);
  }

  void time(Plan.Timing now) {
    timing = now;
  }

  Incident record(long offset) {
    return Objects.requireNonNull(records.get(offset));
  }

  boolean has(long offset) {
    return records.containsKey(offset);
  }

  Collection<Incident> records() {
    return records.values();
  }

  /** The offsets whose records it needs. */
  List<Long> needed() {
    List<Long> needed = new ArrayList<>(state.getWaiting());
    OpenMessage message = state.getMessage();
    if (message != null) {
      needed.addAll(message.getOffsets());
    }
    if (state.getRepeatAt() != null) {
      needed.add(state.getLastOffset());
    }
    return needed;
  }

  /** A record that it needs is nowhere any more. */
  void miss(long offset) {
    settle(List.of(offset), state.getEventTime());
    OpenMessage message = state.getMessage();
    if (message != null) {
      message.getOffsets().remove(offset);
      if (message.getOffsets().isEmpty()) {
        state.setMessage(null);
      }
    }
    if (state.getLastOffset() == offset) {
      state.setRepeatAt(null);
    }
  }

  /** This is what it tells now, until that has an end. */
  void open(OpenMessage message) {
    state.setMessage(message);
    state.setRepeatAt(null);
  }

  /** These are waited for no more. */
  void settle(Collection<Long> offsets, Instant now) {
    state.getWaiting().removeAll(offsets);
    state.setWaitingSince(state.getWaiting().isEmpty() ? null : now);
    mutedSaid = false;
    drop();
  }

  private void drop() {
    records.keySet().retainAll(needed());
  }

  /** When something is to be decided; empty where nothing is. */
  Optional<Instant> due() {
    Instant since = state.getWaitingSince();
    if (since == null) {
      return Optional.ofNullable(state.getRepeatAt());
    }
    Instant sent = state.getSentAt();
    if (sent == null) {
      return Optional.of(since.plus(timing.gathering()));
    }
    Instant apart = sent.plus(timing.apart());
    return Optional.of(apart.isAfter(since) ? apart : since);
  }

  /** Whether this is the first time that it is asked since something was sent. */
  boolean saysMuted() {
    boolean first = !mutedSaid;
    mutedSaid = true;
    return first;
  }

  /** The message was taken. */
  void taken(Instant now, Optional<String> handle) {
    OpenMessage message = Objects.requireNonNull(state.getMessage());
    for (long offset : message.getOffsets()) {
      told.learn(record(offset));
      state.setLastOffset(Math.max(state.getLastOffset(), offset));
    }
    state.setSentAt(now);
    state.setRepeatAt(
        told.stands() && !message.getOffsets().isEmpty()
            ? timing.repeat().map(now::plus).orElse(null)
            : null);
    handle.ifPresent(state::setHandle);
    ended();
  }

  /** The message is tried no more. */
  void ended() {
    state.setMessage(null);
    drop();
  }

  /** Whether nothing is known that could matter later. */
  boolean isEmpty() {
    return state.getMessage() == null
        && state.getWaiting().isEmpty()
        && !told.stands()
        && state.getLastOffset() < 0;
  }

  /** What the target is told now. */
  Message open() {
    OpenMessage message = Objects.requireNonNull(state.getMessage());
    return new Message(
        message.getId(),
        message.getKind(),
        state.getGroup(),
        new TreeMap<>(state.getLabels()),
        message.getOffsets().stream().map(this::record).toList(),
        Optional.ofNullable(message.getText()),
        Optional.ofNullable(state.getHandle()),
        message.getAt());
  }
}
