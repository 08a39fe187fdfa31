package io.wirewatch.stage;

import io.wirewatch.contract.Setting;
import io.wirewatch.contract.Settings;
import java.util.List;

/** What can be set for every stage, beside Kafka's own settings. */
public final class StageSettings {

  /** Kafka Streams' own {@code num.stream.threads}. */
  public static final Setting<Integer> THREADS =
      Setting.count(
          "num.stream.threads",
          1,
          new Setting.Range(1, 256, "threads"),
          "Threads of a stage; no more than the topic it reads has partitions are of use.");

  /** Kafka Streams' own {@code state.dir}. */
  public static final Setting<String> STATE_DIRECTORY =
      Setting.text(
          "state.dir",
          "/tmp/wirewatch-state",
          "a directory",
          "Where a stage keeps its copy of what it remembers; the cluster has the original.");

  /** Kafka's own {@code commit.interval.ms}. */
  public static final Setting<Integer> COMMIT_MILLIS =
      Setting.count(
          "commit.interval.ms",
          10,
          new Setting.Range(10, 60_000, "ms"),
          "How long what a stage wrote waits at most to be committed, and so to be seen; longer costs the brokers less.");

  /** Kafka's own {@code retry.backoff.ms}, of what a stage writes with. */
  public static final Setting<Integer> RETRY_MILLIS =
      Setting.count(
          "producer.retry.backoff.ms",
          Settings.TRANSACTION_RETRY_MILLIS,
          new Setting.Range(1, 1_000, "ms"),
          "How long a stage waits at first before it sends again what brokers did not take: they take nothing of a transaction while the one before it ends.");

  /** Kafka's own {@code batch.size}. */
  public static final Setting<Integer> BATCH_BYTES =
      Setting.count(
          "batch.size",
          131_072,
          new Setting.Range(0, 6 << 20, "bytes"),
          "How much a stage gathers for a partition before it is sent, if no commit comes first.");

  /** Kafka's own {@code compression.type}. */
  public static final Setting<String> COMPRESSION =
      Setting.text(
          "compression.type",
          "none",
          "none, lz4, zstd, snappy or gzip",
          "How a stage packs what it writes: less for network and disks, more for its processors.");

  /** A file that says whether a command works; see {@link Stage#isWorking}. */
  public static final Setting<String> HEALTH_FILE =
      Setting.text(
          "health.file",
          "",
          "a file, or nothing",
          "Written anew every 5 seconds while a stage works, taken away while it does not; for health checks.");

  private StageSettings() {}

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(
        THREADS,
        STATE_DIRECTORY,
        COMMIT_MILLIS,
        RETRY_MILLIS,
        BATCH_BYTES,
        COMPRESSION,
        HEALTH_FILE);
  }
}
