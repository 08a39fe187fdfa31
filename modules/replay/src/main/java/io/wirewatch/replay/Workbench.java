package io.wirewatch.replay;

import io.wirewatch.stage.DayKey;
import io.wirewatch.stage.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * What a backtest remembers, on disk: the memory of the steps, what was found, and how far it is.
 * Keys are sorted. What was put since the last {@link #commit} is there as a whole or not at all
 * after a crash. Not thread-safe.
 */
public final class Workbench implements AutoCloseable {
  private static final long MEBIBYTE = 1 << 20;

  static {
    RocksDB.loadLibrary();
  }

  private final Options options;
  private final LRUCache cache = new LRUCache(32 * MEBIBYTE);
  private final BloomFilter filter = new BloomFilter(10);
  private final ReadOptions reading = new ReadOptions();
  private final WriteOptions writing = new WriteOptions();
  private final WriteBatchWithIndex batch = new WriteBatchWithIndex(true);
  private final RocksDB store;

  private Workbench(Path directory) throws RocksDBException {
    options =
        new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(16 * MEBIBYTE)
            .setMaxOpenFiles(200)
            .setKeepLogFileNum(1)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setTableFormatConfig(
                new BlockBasedTableConfig()
                    .setBlockCache(cache)
                    .setFilterPolicy(filter)
                    .setCacheIndexAndFilterBlocks(true));
    store = RocksDB.open(options, directory.toString());
  }

  /** The workbench in that directory, which is made where it is not there. */
  public static Workbench open(Path directory) {
    try {
      Files.createDirectories(directory);
      return new Workbench(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /** The value of a key; null where there is none. */
  public byte @Nullable [] get(String key) {
    try {
      return batch.getFromBatchAndDB(store, reading, bytes(key));
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /** Keeps a value in the place of the key's last one. */
  public void put(String key, byte[] value) {
    try {
      batch.put(bytes(key), value);
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /** Takes a key away. */
  public void delete(String key) {
    try {
      batch.delete(bytes(key));
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /** Makes what was put and deleted last. */
  public void commit() {
    try {
      store.write(writing, batch);
      batch.clear();
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /**
   * Shows what was committed, sorted by key.
   *
   * @param prefix what the keys begin with
   * @param wanted gets the rest of each key, and its value; false ends it
   */
  public void each(String prefix, BiPredicate<String, byte[]> wanted) {
    each(prefix, prefix, wanted);
  }

  private void each(String from, String prefix, BiPredicate<String, byte[]> wanted) {
    try (RocksIterator at = store.newIterator(reading)) {
      at.seek(bytes(from));
      while (at.isValid()) {
        String key = new String(at.key(), StandardCharsets.UTF_8);
        if (!key.startsWith(prefix) || !wanted.test(key.substring(prefix.length()), at.value())) {
          return;
        }
        at.next();
      }
      at.status();
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /**
   * Memory for a step, apart from all others. One alone writes under a prefix, and is opened where
   * all that is there is committed.
   */
  <V extends SpecificRecord> Memory<V> memory(String prefix, RecordBytes<V> form) {
    DayFilter known = new DayFilter();
    each(
        prefix,
        (key, value) -> {
          known.add(DayKey.day(key), DayKey.key(key));
          return true;
        });
    return new Memory<>() {
      @Override
      public @Nullable V get(long day, String key) {
        byte[] value =
            known.mayHave(day, key) ? Workbench.this.get(prefix + DayKey.of(day, key)) : null;
        return value == null ? null : form.read(value);
      }

      @Override
      public void put(long day, String key, V value) {
        known.add(day, key);
        Workbench.this.put(prefix + DayKey.of(day, key), form.bytes(value));
      }

      @Override
      public @Nullable String forget(String from, long before, int most) {
        // Days that are forgotten were committed long ago.
        String[] last = {from};
        int[] taken = {0};
        boolean[] isMore = {false};
        each(
            prefix + from,
            prefix,
            (key, value) -> {
              if (DayKey.day(key) >= before) {
                return false;
              }
              // What was taken away since the last commit is shown as well.
              if (Workbench.this.get(prefix + key) == null) {
                return true;
              }
              isMore[0] = taken[0] == most;
              if (!isMore[0]) {
                taken[0]++;
                last[0] = key;
                delete(prefix + key);
              }
              return !isMore[0];
            });
        if (isMore[0]) {
          return last[0];
        }
        known.dropBefore(before);
        return null;
      }
    };
  }

  @Override
  public void close() {
    batch.close();
    store.close();
    options.close();
    writing.close();
    reading.close();
    filter.close();
    cache.close();
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static UncheckedIOException broken(RocksDBException failed) {
    return new UncheckedIOException(
        new IOException("the backtest's own files: " + failed.getMessage(), failed));
  }
}
