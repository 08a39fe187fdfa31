package io.wirewatch.deliver.incident;

import java.util.ArrayList;
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
   * looked through is long. One that some have counts half: else the largest story, which many wires open in words of
   * their own before they are known as one, would lose all that it is known by. */
  private static final int FEW = 2;
  private static final int FEW_OF = 50;
  private static final int MOST = 20;
  private static final int SOME = 4;

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
   * A trait that an alert and an incident have.
   *
   * @param weight 2 where few incidents have it, 1 where some have
   */
  record Common(Trait trait, int weight) {}

  /**
   * What incidents have of these traits, where not many have them; in any order.
   *
   * @param open how many incidents there are
   */
  Map<String, List<Common>> having(List<Trait> traits, int open) {
    int few = Math.min(MOST, Math.max(FEW, open / FEW_OF));
    Map<String, List<Common>> having = new HashMap<>();
    for (Trait trait : traits) {
      Map<String, Integer> found = new HashMap<>();
      for (String key : trait.keys()) {
        Set<String> filed = incidents.getOrDefault(key, Set.of());
        int weight = filed.size() <= few ? 2 : 1;
        if (filed.size() <= few * SOME) {
          filed.forEach(incident -> found.merge(incident, weight, Math::max));
        }
      }
      found.forEach(
          (incident, weight) ->
              having
                  .computeIfAbsent(incident, unused -> new ArrayList<>())
                  .add(new Common(trait, weight)));
    }
    return having;
  }
}
