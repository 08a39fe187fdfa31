package io.wirewatch.stage;

import java.util.Iterator;
import java.util.NavigableMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Values by day and key: where a {@link Recollection} keeps what it was told. Days are those since
 * 1970.
 */
public interface Memory<V> {

  /** The value of a key on a day; null where there is none. */
  @Nullable V get(long day, String key);

  /** Keeps a value in the place of the day's last one of that key. */
  void put(long day, String key, V value);

  /**
   * Takes values away, those of the earliest day first.
   *
   * @param from what the last call said, at first the {@link DayKey} of day 0: what was taken away
   *     lies in the way of whoever begins before it
   * @param before the first day that stays
   * @param most so many at most, where each costs something
   * @return where to go on, where more may be there; null where none is left
   */
  @Nullable String forget(String from, long before, int most);

  /** A store of Kafka Streams. */
  static <V> Memory<V> in(KeyValueStore<String, V> store) {
    return new Memory<>() {
      @Override
      public @Nullable V get(long day, String key) {
        return store.get(DayKey.of(day, key));
      }

      @Override
      public void put(long day, String key, V value) {
        store.put(DayKey.of(day, key), value);
      }

      @Override
      public @Nullable String forget(String from, long before, int most) {
        String last = from;
        try (KeyValueIterator<String, V> old = store.range(from, DayKey.first(before))) {
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
      public @Nullable V get(long day, String key) {
        return map.get(DayKey.of(day, key));
      }

      @Override
      public void put(long day, String key, V value) {
        map.put(DayKey.of(day, key), value);
      }

      @Override
      public @Nullable String forget(String from, long before, int most) {
        Iterator<String> old = map.subMap(from, DayKey.first(before)).keySet().iterator();
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
