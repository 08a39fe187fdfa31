package io.wirewatch.replay;

import io.wirewatch.stage.DayKey;
import io.wirewatch.stage.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
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
  private final RocksDB store;
  /* What was put and deleted since the last commit, sorted as the store is; without a value where it was deleted. In the heap, since
   * each question to native code costs more than all that is asked here. */
  private final NavigableMap<String, Optional<byte[]>> pending = new TreeMap<>();
  private final List<Range> emptied = new ArrayList<>();

  /** Keys from one up to another, all of which are deleted by the next commit. */
  private record Range(String from, String before) {
    boolean has(String key) {
      return key.compareTo(from) >= 0 && key.compareTo(before) < 0;
    }
  }

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
                    .setIndexType(IndexType.kTwoLevelIndexSearch)
                    .setPartitionFilters(true)
                    .setCacheIndexAndFilterBlocks(true)
                    .setPinTopLevelIndexAndFilter(true));
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
    Optional<byte[]> last = pending.get(key);
    if (last != null) {
      return last.orElse(null);
    }
    try {
      return emptied.stream().anyMatch(range -> range.has(key))
          ? null
          : store.get(reading, bytes(key));
    } catch (RocksDBException failed) {
      throw broken(failed);
    }
  }

  /** Keeps a value in the place of the key's last one. */
  public void put(String key, byte[] value) {
    pending.put(key, Optional.of(value));
  }

  /** Takes a key away. */
  public void delete(String key) {
    pending.put(key, Optional.empty());
  }

  /** Takes all keys away that begin with a prefix. */
  public void deleteAll(String prefix) {
    int last = prefix.length() - 1;
    delete(prefix, prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
  }

  private void delete(String from, String before) {
    pending.subMap(from, before).clear();
    emptied.add(new Range(from, before));
  }

  /** Makes what was put and deleted last. */
  public void commit() {
    try (WriteBatch batch = new WriteBatch()) {
      for (Range range : emptied) {
        batch.deleteRange(bytes(range.from), bytes(range.before));
      }
      for (Map.Entry<String, Optional<byte[]>> last : pending.entrySet()) {
        if (last.getValue().isPresent()) {
          batch.put(bytes(last.getKey()), last.getValue().get());
        } else {
          batch.delete(bytes(last.getKey()));
        }
      }
      store.write(writing, batch);
      emptied.clear();
      pending.clear();
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
    try (RocksIterator at = store.newIterator(reading)) {
      at.seek(bytes(prefix));
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
        // However much there is, it is one entry of the next commit.
        delete(prefix + from, prefix + DayKey.of(before, ""));
        known.dropBefore(before);
        return null;
      }
    };
  }

  @Override
  public void close() {
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
