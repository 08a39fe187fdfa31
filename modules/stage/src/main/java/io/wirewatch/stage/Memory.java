package io.wirewatch.stage;

import java.util.Iterator;
import java.util.NavigableMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Values by key, in the order of the keys: where a {@link Recollection} keeps what it was told. */
public interface Memory<V> {

  /** The value of a key; null where there is none. */
  @Nullable V get(String key);

  /** Keeps a value in the place of the key's last one. */
  void put(String key, V value);

  /**
   * Takes keys away, the lowest first.
   *
   * @param from the lowest that may go
   * @param to up to this one
   * @param most so many at most
   * @return the last that was taken away, where more may be there; null where none is left
   */
  @Nullable String forget(String from, String to, int most);

  /** A store of Kafka Streams. */
  static <V> Memory<V> in(KeyValueStore<String, V> store) {
    return new Memory<>() {
      @Override
      public @Nullable V get(String key) {
        return store.get(key);
      }

      @Override
      public void put(String key, V value) {
        store.put(key, value);
      }

      @Override
      public @Nullable String forget(String from, String to, int most) {
        String last = from;
        try (KeyValueIterator<String, V> old = store.range(from, to)) {
          for (int taken = 0; taken < most && old.hasNext(); taken++) {
            last = old.next().key;
            store.delete(last);
          }
          return old.hasNext() ? last : null;
        }
      }
    };
  }

  /** A map of this process, which forgets with it: for measurements, and tests of steps. */
  static <V> Memory<V> inHeap(NavigableMap<String, V> map) {
    return new Memory<>() {
      @Override
      public @Nullable V get(String key) {
        return map.get(key);
      }

      @Override
      public void put(String key, V value) {
        map.put(key, value);
      }

      @Override
      public @Nullable String forget(String from, String to, int most) {
        Iterator<String> old = map.subMap(from, true, to, true).keySet().iterator();
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
