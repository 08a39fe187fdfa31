package io.wirewatch.deliver.dispatch;

import static io.wirewatch.deliver.dispatch.Ferries.MORNING;

import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.MessageKind;
import io.wirewatch.Silence;
import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A tenure without a broker: what is written is kept here, and time passes as a test says. */
final class Post {
  static final int ATTEMPTS = 12;
  static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<String, DeliveryState> states = new LinkedHashMap<>();
  private final TreeMap<Long, Incident> records = new TreeMap<>();
  private final List<Delivery> log = new ArrayList<>();
  private final List<FailedDelivery> failed = new ArrayList<>();
  private final List<DeskEntry> desk = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Tenure tenure;
  private Instant now = MORNING;

  Post(Plan plan) {
    tenure =
        new Tenure(
            0,
            new Tenure.Means(plan, Settings.of(Map.of(), Map.of(), Map.of()), new Random(7)),
            new Said());
  }

  Groups groups() {
    return tenure.groups();
  }

  Changes changes() {
    return tenure.changes();
  }

  Outbox outbox() {
    return tenure.outbox();
  }

  Instant now() {
    return now;
  }

  /** Ferries are silenced for so long from now. */
  void silence(Duration time) {
    tenure.hiding().put("silence/1", silence(now.plus(time)));
  }

  void endSilence() {
    tenure.hiding().put("silence/1", null);
  }

  void comes(Incident incident) {
    long offset = records.isEmpty() ? 0 : records.lastKey() + 1;
    records.put(offset, incident);
    tenure.arrived(new DispatchTopics.Arrival(offset, incident, now, new RecordHeaders()), now);
    work();
  }

  void passes(Duration time) {
    now = now.plus(time);
    work();
  }

  void passesOften(int times, Duration time) {
    for (int i = 0; i < times; i++) {
      passes(time);
    }
  }

  /** All that can be done now. */
  private void work() {
    for (boolean goesOn = true; goesOn; ) {
      tenure.decide(now);
      write();
      Optional<Couriers.Order> order = tenure.next(now, Long.MAX_VALUE);
      order.ifPresent(this::bring);
      goesOn = order.isPresent();
    }
  }

  private void bring(Couriers.Order order) {
    try (Target target = order.spec().open(Clock.fixed(now, ZoneOffset.UTC))) {
      tenure.take(new Couriers.Result(order, target.send(order.message()), 1), now);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private void write() {
    Changes changes = tenure.changes();
    for (String key : changes.states()) {
      Group group = tenure.groups().of(key);
      if (group == null) {
        states.remove(key);
      } else {
        states.put(key, DeliveryState.newBuilder(group.state()).build());
      }
    }
    log.addAll(changes.log());
    failed.addAll(changes.failed());
    desk.addAll(changes.desk());
    tenure.written();
  }

  /** What was written by another is known here. */
  void takesOver(Post other) {
    now = other.now;
    records.putAll(other.records);
    Groups.Recall recall = tenure.groups().recall(other.states.values());
    records.forEach(recall::again);
    recall.complete();
    work();
  }

  void forgetsRecords() {
    records.clear();
  }

  /** Messages that were taken: id, kind, alerts. */
  List<String> delivered() {
    return log.stream()
        .filter(line -> line.getOutcome() == DeliveryOutcome.DELIVERED)
        .map(line -> "%s %s %s".formatted(line.getMessage(), line.getKind(), line.getAlerts()))
        .toList();
  }

  List<MessageKind> kinds() {
    return log.stream()
        .filter(line -> line.getOutcome() == DeliveryOutcome.DELIVERED)
        .map(Delivery::getKind)
        .toList();
  }

  List<DeliveryOutcome> outcomes() {
    return log.stream().map(Delivery::getOutcome).toList();
  }

  List<String> answers() {
    return log.stream().map(Delivery::getAnswer).toList();
  }

  List<DeskEntry> desk() {
    return desk;
  }

  List<FailedDelivery> failed() {
    return failed;
  }

  List<String> said() {
    return said;
  }

  private static DeskEntry silence(Instant end) {
    return DeskEntry.newBuilder()
        .setId("silence/1")
        .setKind(DeskKind.SILENCE)
        .setBy("Ann")
        .setAt(MORNING)
        .setText("drill")
        .setSilence(new Silence(List.of("rule=\"ferry\""), MORNING, end, null, false))
        .build();
  }

  private final class Said implements Watcher {
    @Override
    public void attempted(String target, DeliveryOutcome outcome) {}

    @Override
    public void told(String target, Headers record) {}

    @Override
    public void rests(String target, String answer, Instant until) {
      said.add("rests " + target);
    }

    @Override
    public void recovered(String target) {
      said.add("recovered " + target);
    }

    @Override
    public void failed(String target, String message, String reason) {
      said.add("failed " + target + " " + message);
    }
  }
}
