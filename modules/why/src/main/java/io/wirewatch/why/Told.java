package io.wirewatch.why;

import io.wirewatch.Delivery;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of an article's alerts.
 *
 * @param incidents the revisions of incidents that the alerts made
 * @param attempts to tell somebody, and what was held back; the earliest first
 * @param waiting what targets have not been told yet
 * @param failed what targets did not take, and waits for {@code deliver retry}
 * @param desk silences that held it back, and what people at desks said of the incidents
 */
public record Told(
    List<Found<Incident>> incidents,
    List<Found<Delivery>> attempts,
    List<Found<DeliveryState>> waiting,
    List<Found<FailedDelivery>> failed,
    List<Found<DeskEntry>> desk) {

  /** Nothing. */
  public static final Told NOTHING =
      new Told(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Told {
    incidents = List.copyOf(incidents);
    attempts = List.copyOf(attempts);
    waiting = List.copyOf(waiting);
    failed = List.copyOf(failed);
    desk = List.copyOf(desk);
  }

  /** Whether anything was told, held back, waits or failed. */
  boolean isEmpty() {
    return attempts.isEmpty() && waiting.isEmpty() && failed.isEmpty();
  }

  /** Of each target how its last attempt ended, or that it waits; in the order of their names. */
  String inShort() {
    Map<String, String> ends = new TreeMap<>();
    waiting.forEach(found -> ends.put(found.value().getTarget(), "waiting"));
    attempts.forEach(
        found ->
            ends.put(
                found.value().getTarget(),
                found.value().getOutcome().name().toLowerCase(Locale.ROOT)));
    failed.forEach(found -> ends.put(found.value().getTarget(), "failed"));
    return ends.entrySet().stream()
        .map(end -> end.getKey() + ": " + end.getValue())
        .collect(Collectors.joining(", "));
  }

  /** What concerns one target; incidents and desk as they are. */
  Told at(String target) {
    return new Told(
        incidents,
        attempts.stream().filter(found -> found.value().getTarget().equals(target)).toList(),
        waiting.stream().filter(found -> found.value().getTarget().equals(target)).toList(),
        failed.stream().filter(found -> found.value().getTarget().equals(target)).toList(),
        desk);
  }
}
