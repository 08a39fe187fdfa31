package io.wirewatch.deliver.incident;

import io.wirewatch.OpenIncident;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where open incidents are kept, by their ids. */
public interface IncidentStore {

  /** Keeps one. */
  void put(String id, OpenIncident incident);

  /** Takes one away. */
  void delete(String id);

  /** Shows all, in any order. */
  void each(BiConsumer<String, OpenIncident> wanted);

  /** A store of Kafka Streams. */
  static IncidentStore in(KeyValueStore<String, OpenIncident> store) {
    return new IncidentStore() {
      @Override
      public void put(String id, OpenIncident incident) {
        store.put(id, incident);
      }

      @Override
      public void delete(String id) {
        store.delete(id);
      }

      @Override
      public void each(BiConsumer<String, OpenIncident> wanted) {
        try (KeyValueIterator<String, OpenIncident> all = store.all()) {
          all.forEachRemaining(entry -> wanted.accept(entry.key, entry.value));
        }
      }
    };
  }
}
