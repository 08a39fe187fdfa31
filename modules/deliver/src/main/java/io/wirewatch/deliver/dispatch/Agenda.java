package io.wirewatch.deliver.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** When which group is to be looked at again; each is on it once or not at all. */
final class Agenda {
  private final TreeSet<Turn> turns =
      new TreeSet<>(Comparator.comparing(Turn::at).thenComparing(Turn::key));
  private final Map<String, Turn> byKey = new HashMap<>();

  private record Turn(Instant at, String key) {}

  /** From now on that time counts, and none that was there before. */
  void put(String key, Instant at) {
    remove(key);
    Turn turn = new Turn(at, key);
    byKey.put(key, turn);
    turns.add(turn);
  }

  void remove(String key) {
    Turn turn = byKey.remove(key);
    if (turn != null) {
      turns.remove(turn);
    }
  }

  /** The one that has been due for longest; empty where none is. */
  Optional<String> due(Instant now) {
    return next().filter(at -> !at.isAfter(now)).map(at -> turns.first().key());
  }

  /** When the next is due. */
  Optional<Instant> next() {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.first().at());
  }

  /** How many are due, counted no further than that. */
  int due(Instant now, int most) {
    int count = 0;
    for (Turn turn : turns) {
      if (count == most || turn.at().isAfter(now)) {
        break;
      }
      count++;
    }
    return count;
  }

  int size() {
    return turns.size();
  }

  boolean isEmpty() {
    return turns.isEmpty();
  }
}
