package io.wirewatch.deliver.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which open incidents have a trait. Not thread-safe. */
final class TraitIndex {
  /* A trait that many incidents have tells none of them apart: on an economic wire "Bank of England" is in every tenth
   * article, and the dateline is the capital. So a trait counts only while few incidents have it, and no list that is
   * looked through is long. */
  private static final int FEW = 2;
  private static final int FEW_OF = 50;
  private static final int MOST = 20;

  private final Map<String, Set<String>> incidents = new HashMap<>();

  void add(String incident, Collection<String> keys) {
    keys.forEach(key -> incidents.computeIfAbsent(key, unused -> new HashSet<>(2)).add(incident));
  }

  void remove(String incident, Collection<String> keys) {
    for (String key : keys) {
      incidents.computeIfPresent(
          key, (unused, all) -> all.remove(incident) && all.isEmpty() ? null : all);
    }
  }

  /**
   * The incidents that have each trait, where few have it; in any order.
   *
   * @param open how many incidents there are
   */
  Map<String, List<Trait>> having(List<Trait> traits, int open) {
    int few = Math.min(MOST, Math.max(FEW, open / FEW_OF));
    Map<String, List<Trait>> having = new HashMap<>();
    for (Trait trait : traits) {
      Set<String> found = new HashSet<>();
      for (String key : trait.keys()) {
        Set<String> filed = incidents.getOrDefault(key, Set.of());
        if (filed.size() <= few) {
          found.addAll(filed);
        }
      }
      for (String incident : found) {
        having.merge(incident, List.of(trait), TraitIndex::joined);
      }
    }
    return having;
  }

  private static List<Trait> joined(List<Trait> some, List<Trait> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }
}
