package io.wirewatch.deliver.incident;

import io.wirewatch.IncidentOf;
import io.wirewatch.KnownIncident;
import io.wirewatch.OpenIncident;
import io.wirewatch.stage.Memory;
import java.util.TreeMap;
import java.util.function.BiConsumer;

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
        Memory.inHeap(known),
        Memory.inHeap(members));
  }
}
