package io.wirewatch.dashboard.picture;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The newest alerts by their event times. For one thread. */
final class HeldAlerts {
  private static final Comparator<HeldAlert> TIME =
      Comparator.comparing((HeldAlert alert) -> alert.line().eventTime())
          .thenComparing(HeldAlert::id);
  private static final long MOST_BYTES_EACH = 16_384;

  private final int most;
  private final Map<String, HeldAlert> byId = new HashMap<>();
  private final NavigableSet<HeldAlert> byTime = new TreeSet<>(TIME);
  private final Map<String, Set<String>> ofArticle = new HashMap<>();
  private final Map<String, Integer> ofIncident = new HashMap<>();
  private long bytes;

  /** Holds so many, and fewer where they are long. */
  HeldAlerts(int most) {
    this.most = most;
  }

  /**
   * Holds one, in place of what was there under its id; the oldest make room, it itself if it is
   * the oldest.
   *
   * @param gone is told of those
   */
  void put(HeldAlert alert, Consumer<HeldAlert> gone) {
    HeldAlert before = byId.get(alert.id());
    if (before != null) {
      remove(before);
    }
    byId.put(alert.id(), alert);
    byTime.add(alert);
    bytes += alert.kept().size();
    ofArticle.computeIfAbsent(alert.line().article(), article -> new HashSet<>(2)).add(alert.id());
    if (alert.join() != null) {
      ofIncident.merge(alert.join().incident(), 1, Integer::sum);
    }
    while (byTime.size() > most || bytes > most * MOST_BYTES_EACH) {
      HeldAlert oldest = byTime.first();
      remove(oldest);
      gone.accept(oldest);
    }
  }

  private void remove(HeldAlert alert) {
    byId.remove(alert.id());
    byTime.remove(alert);
    bytes -= alert.kept().size();
    ofArticle.computeIfPresent(
        alert.line().article(),
        (article, ids) -> {
          ids.remove(alert.id());
          return ids.isEmpty() ? null : ids;
        });
    if (alert.join() != null) {
      ofIncident.computeIfPresent(alert.join().incident(), (id, n) -> n == 1 ? null : n - 1);
    }
  }

  Optional<HeldAlert> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether one that is held is of this incident. */
  boolean isAnyOf(String incident) {
    return ofIncident.containsKey(incident);
  }

  /** Of one article, the newest first. */
  List<HeldAlert> ofArticle(String article) {
    return ofArticle.getOrDefault(article, Set.of()).stream()
        .flatMap(id -> get(id).stream())
        .sorted(TIME.reversed())
        .toList();
  }

  /** All of them, the newest first; a copy. */
  List<HeldAlert> all() {
    return List.copyOf(byTime.descendingSet());
  }
}
