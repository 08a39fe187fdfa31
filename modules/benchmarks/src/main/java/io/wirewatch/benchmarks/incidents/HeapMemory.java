package io.wirewatch.benchmarks.incidents;

import io.wirewatch.stage.Memory;
import java.util.Iterator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What steps remember, in memory: nobody restarts a measurement. */
final class HeapMemory<V> implements Memory<V> {
  private final TreeMap<String, V> values = new TreeMap<>();

  @Override
  public @Nullable V get(String key) {
    return values.get(key);
  }

  @Override
  public void put(String key, V value) {
    values.put(key, value);
  }

  @Override
  public @Nullable String forget(String from, String to, int most) {
    Iterator<String> old = values.subMap(from, true, to, true).keySet().iterator();
    String last = from;
    for (int taken = 0; taken < most && old.hasNext(); taken++) {
      last = old.next();
      old.remove();
    }
    return old.hasNext() ? last : null;
  }
}
