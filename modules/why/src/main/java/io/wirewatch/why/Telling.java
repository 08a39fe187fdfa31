package io.wirewatch.why;

import io.wirewatch.Alert;
import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.OpenMessage;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what became of alerts: their incidents, and who was told. */
final class Telling {
  private final Ground ground;

  Telling(Ground ground) {
    this.ground = ground;
  }

  Told about(List<Found<Alert>> alerts) {
    Set<String> ids =
        alerts.stream().map(alert -> alert.value().getId()).collect(Collectors.toSet());
    Instant raised = earliest(alerts);
    List<Found<Incident>> incidents =
        read(Incident.class, Topics.INCIDENTS, Sieve.mentions(ids), raised).stream()
            .filter(found -> ids.contains(found.value().getAlert().getId()))
            .toList();
    if (incidents.isEmpty()) {
      return Told.NOTHING;
    }
    Instant grouped = earliest(incidents);
    List<Found<Delivery>> attempts =
        read(Delivery.class, Topics.DELIVERIES, Sieve.mentions(ids), grouped).stream()
            .filter(found -> found.value().getAlerts().stream().anyMatch(ids::contains))
            .sorted(Comparator.comparing(found -> found.value().getAt()))
            .toList();
    Set<Long> offsets =
        incidents.stream().map(found -> found.at().offset()).collect(Collectors.toSet());
    List<Found<DeliveryState>> waiting =
        standing(
                DeliveryState.class,
                Topics.DELIVERY_STATES,
                ground
                    .records()
                    .sieve(
                        Topics.DELIVERY_STATES.name(),
                        DeliveryState.class,
                        state -> isWaiting(state, offsets)),
                grouped)
            .stream()
            .filter(found -> isWaiting(found.value(), offsets))
            .toList();
    List<Found<FailedDelivery>> failed =
        standing(FailedDelivery.class, Topics.FAILED_DELIVERIES, Sieve.mentions(ids), grouped)
            .stream()
            .filter(found -> holds(found.value(), ids))
            .toList();
    return new Told(incidents, attempts, waiting, failed, desk(incidents, attempts));
  }

  private <V> List<Found<V>> read(Class<V> type, Topic<V> topic, Sieve sieve, Instant since) {
    return ground.records().of(type, ground.all(topic, sieve, since));
  }

  /**
   * What holds of a compacted topic now: the newest record of each key that ever was of interest.
   */
  private <V> List<Found<V>> standing(Class<V> type, Topic<V> topic, Sieve sieve, Instant since) {
    Set<String> keys =
        ground.all(topic, sieve, since).stream().map(Hit::key).collect(Collectors.toSet());
    Map<String, Hit> newest = new LinkedHashMap<>();
    if (!keys.isEmpty()) {
      ground.all(topic, Sieve.keys(keys), since).forEach(hit -> newest.put(hit.key(), hit));
    }
    return ground.records().of(type, List.copyOf(newest.values()));
  }

  static boolean isWaiting(DeliveryState state, Set<Long> offsets) {
    OpenMessage message = state.getMessage();
    return state.getWaiting().stream().anyMatch(offsets::contains)
        || (message != null && message.getOffsets().stream().anyMatch(offsets::contains));
  }

  static boolean holds(FailedDelivery failed, Set<String> alerts) {
    return failed.getIncidents().stream()
        .anyMatch(incident -> alerts.contains(incident.getAlert().getId()));
  }

  /** What was said of the incidents, and the silences that the attempts name. */
  private List<Found<DeskEntry>> desk(
      List<Found<Incident>> incidents, List<Found<Delivery>> attempts) {
    Set<String> ids =
        incidents.stream().map(found -> found.value().getId()).collect(Collectors.toSet());
    List<String> silenced =
        attempts.stream()
            .map(Found::value)
            .filter(attempt -> attempt.getOutcome() == DeliveryOutcome.SILENCED)
            .map(Delivery::getAnswer)
            .toList();
    Sieve entries = (key, value) -> key != null && value != null;
    return standing(DeskEntry.class, Topics.DESK, entries, Instant.EPOCH).stream()
        .filter(
            found ->
                found.value().getKind() == DeskKind.SILENCE
                    ? silenced.stream().anyMatch(answer -> answer.contains(found.value().getId()))
                    : ids.contains(found.value().getIncident()))
        .toList();
  }

  private static <V> Instant earliest(List<Found<V>> found) {
    return found.stream()
        .map(one -> one.at().takenAt().minus(Tracing.CLOCKS_APART))
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
