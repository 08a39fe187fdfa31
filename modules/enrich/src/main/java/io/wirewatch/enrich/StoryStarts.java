package io.wirewatch.enrich;

import io.wirewatch.StoryStart;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where the first articles of stories are kept, by keys that {@link StoryMemory} gives them. */
public interface StoryStarts {

  /** Keeps one. */
  void put(String key, StoryStart start);

  /** Takes one away. */
  void delete(String key);

  /** Shows all, in the order of their keys. */
  void each(BiConsumer<String, StoryStart> wanted);

  /** A store of Kafka Streams. */
  static StoryStarts in(KeyValueStore<String, StoryStart> store) {
    return new StoryStarts() {
      @Override
      public void put(String key, StoryStart start) {
        store.put(key, start);
      }

      @Override
      public void delete(String key) {
        store.delete(key);
      }

      @Override
      public void each(BiConsumer<String, StoryStart> wanted) {
        try (KeyValueIterator<String, StoryStart> all = store.all()) {
          all.forEachRemaining(entry -> wanted.accept(entry.key, entry.value));
        }
      }
    };
  }
}
