package io.wirewatch.deliver.incident;

import io.wirewatch.IncidentOf;
import io.wirewatch.KnownIncident;
import io.wirewatch.OpenIncident;
import io.wirewatch.stage.Memory;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What incidents remember, kept while they are made anew. */
final class HeapStores {
  final TreeMap<String, OpenIncident> open = new TreeMap<>();
  final TreeMap<String, KnownIncident> known = new TreeMap<>();
  final TreeMap<String, IncidentOf> members = new TreeMap<>();

  Incidents.Stores stores() {
    return new Incidents.Stores(
        new IncidentStore() {
          @Override
          public void put(String id, OpenIncident incident) {
            open.put(id, incident);
          }

          @Override
          public void delete(String id) {
            open.remove(id);
          }

          @Override
          public void each(BiConsumer<String, OpenIncident> wanted) {
            open.forEach(wanted);
          }
        },
        memory(known),
        memory(members));
  }

  private static <V> Memory<V> memory(NavigableMap<String, V> values) {
    return new Memory<>() {
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
    };
  }
}
