package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeskEntry;
import io.wirewatch.Incident;
import io.wirewatch.Silence;
import io.wirewatch.deliver.route.EndedSilence;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.route.Silences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is not told now: what a silence or an inhibition hides; and what is said when one ends. */
final class Hiding {
  private final Plan plan;
  private final Silences silences = new Silences();

  /** When silences began of which nobody was told yet that they are over. */
  private final Map<String, Instant> begun = new HashMap<>();

  private final Map<String, Set<String>> targets = new HashMap<>();

  /** A silence that is over: who is told, and the entry that says that they are. */
  record Over(DeskEntry told, String text, Set<String> targets) {}

  Hiding(Plan plan) {
    this.plan = plan;
  }

  /** An entry of {@code news.desk}, or that there is none any more. */
  void put(PlainTopic.At at, @Nullable DeskEntry entry) {
    put(at.key(), entry);
  }

  void put(String id, @Nullable DeskEntry entry) {
    silences.put(id, entry);
    Silence silence = entry == null ? null : entry.getSilence();
    if (silence == null || silence.getTold()) {
      begun.remove(id);
      targets.remove(id);
    } else {
      begun.put(id, silence.getStart());
    }
  }

  /** The oldest beginning of a silence that is not over. */
  Optional<Instant> oldest() {
    return begun.values().stream().min(Instant::compareTo);
  }

  /** A record, once, in its order. */
  void saw(Incident incident, Instant taken) {
    if (begun.isEmpty()) {
      return;
    }
    List<Plan.Way> ways = plan.ways(incident);
    if (ways.isEmpty()) {
      return;
    }
    silences.saw(incident, taken);
    silences
        .hiding(incident, taken)
        .ifPresent(
            silence ->
                ways.forEach(
                    way ->
                        targets
                            .computeIfAbsent(silence.getId(), id -> new TreeSet<>())
                            .add(way.target())));
  }

  /** What hides it now. */
  Optional<Draft.Reason> by(Incident incident, List<Incident> living, Instant now) {
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

  /** Silences that are over, each once; nobody is told of one that hid nothing. */
  List<Over> over(Instant now) {
    List<Over> all = new ArrayList<>();
    if (begun.isEmpty()) {
      return all;
    }
    for (EndedSilence ended : silences.ended(now)) {
      DeskEntry told = ended.told();
      Set<String> who = targets.getOrDefault(told.getId(), Set.of());
      all.add(new Over(told, ended.text(), ended.hidden().count() == 0 ? Set.of() : who));
      put(told.getId(), told);
    }
    return all;
  }
}
