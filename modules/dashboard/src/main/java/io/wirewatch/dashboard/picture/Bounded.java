package io.wirewatch.dashboard.picture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** So many values by id; those that were put longest ago make room. For one thread. */
final class Bounded<V> {
  private final int most;
  private final Consumer<V> gone;
  private final Map<String, V> values = new LinkedHashMap<>();

  /** Tells of what makes room. */
  Bounded(int most, Consumer<V> gone) {
    this.most = most;
    this.gone = gone;
  }

  void put(String id, V value) {
    values.remove(id);
    values.put(id, value);
    if (values.size() > most) {
      var eldest = values.entrySet().iterator().next();
      values.remove(eldest.getKey());
      gone.accept(eldest.getValue());
    }
  }

  @Nullable V get(String id) {
    return values.get(id);
  }

  @Nullable V remove(String id) {
    return values.remove(id);
  }

  Collection<V> all() {
    return values.values();
  }
}
