package io.wirewatch.benchmarks;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees each committed alert as it comes, as any reader of alerts does. */
final class AlertWatch implements Runnable, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = new Thread(this, "alert-watch");
  private final long[] seenNanos;
  private final AtomicLong alerts = new AtomicLong();
  private volatile boolean over;

  private AlertWatch(int mostArticles, Settings settings) {
    this.seenNanos = new long[mostArticles];
    this.consumer =
        new KafkaConsumer<>(
            settings
                .with(
                    Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest"))
                .asClientConfig(),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ALERTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  static AlertWatch start(int mostArticles, Settings settings) {
    AlertWatch watch = new AlertWatch(mostArticles, settings);
    watch.thread.start();
    return watch;
  }

  @Override
  public void run() {
    while (!over) {
      var records = consumer.poll(Duration.ofMillis(100));
      long now = System.nanoTime();
      for (ConsumerRecord<String, byte[]> record : records) {
        seenNanos[SizedArticles.number(record.key())] = now;
      }
      alerts.addAndGet(records.count());
    }
    consumer.close();
  }

  /** Waits for so many alerts since the start; the moment of the last. */
  long await(long wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (alerts.get() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(alerts.get() + " of " + wanted + " alerts came");
      }
      LockSupport.parkNanos(200_000);
    }
    return System.nanoTime();
  }

  long alerts() {
    return alerts.get();
  }

  /** When the last alert of an article was seen; 0 where there was none. */
  long seenNanos(int article) {
    return seenNanos[article];
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
