package io.wirewatch.why;

import io.wirewatch.contract.Settings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * Looks through stretches of topics, committed records only, of no consumer group. For one thread,
 * but {@link #read} and {@link #wanted}.
 */
final class Search implements AutoCloseable {
  /* A partition holds more than can be decoded in the time that somebody waits. So records are looked at as the bytes that
   * the broker sent: a consumer with buffers for types does not even copy them [1], and what is not kept costs little more
   * than its way through the socket. A stretch is cut in as many shares as there are processors for.
   * [1] KIP-863: Reduce CompletedFetch#parseRecord() memory copy */
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MOST_EMPTY_POLLS = 40;
  private static final int LEAST_SHARE = 20_000;
  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(5);

  /** So many records a search keeps. */
  static final int MOST = 1_000;

  private final List<KafkaConsumer<ByteBuffer, ByteBuffer>> consumers = new ArrayList<>();
  private final ExecutorService threads;
  private final LongAdder read = new LongAdder();
  private final LongAdder wanted = new LongAdder();

  Search(Settings settings, int readers) {
    Map<String, Object> config = config(settings);
    for (int number = 0; number < readers; number++) {
      consumers.add(
          new KafkaConsumer<>(config, new ByteBufferDeserializer(), new ByteBufferDeserializer()));
    }
    threads =
        Executors.newFixedThreadPool(
            readers,
            task -> {
              Thread thread = new Thread(task, "search");
              thread.setDaemon(true);
              return thread;
            });
  }

  private static Map<String, Object> config(Settings settings) {
    // It begins at the earliest there is: what retention takes away meanwhile is not there to be
    // found.
    Map<String, Object> config = settings.asReaderConfig();
    config.put("max.poll.records", "100000");
    // At the end of a partition the client asks for more before anybody wants it, and would not ask
    // for another partition while the broker lets it wait.
    config.put("fetch.max.wait.ms", "5");
    config.put("receive.buffer.bytes", "1048576");
    config.put("max.partition.fetch.bytes", "8388608");
    config.put("fetch.max.bytes", "8388608");
    return config;
  }

  /**
   * What the sieve keeps, by partition and offset; at most the newest {@value #MOST}.
   *
   * @throws TimeoutException where a partition gives nothing for 20 seconds
   */
  List<Hit> in(List<Stretch> stretches, Sieve sieve) {
    wanted.add(stretches.stream().mapToLong(Stretch::size).sum());
    List<List<Stretch>> shares = Stretch.shares(stretches, consumers.size(), LEAST_SHARE);
    List<Future<Collection<Hit>>> answers = new ArrayList<>();
    for (int number = 0; number < shares.size(); number++) {
      KafkaConsumer<ByteBuffer, ByteBuffer> consumer = consumers.get(number);
      List<Stretch> share = shares.get(number);
      answers.add(threads.submit(() -> share(consumer, share, sieve)));
    }
    List<Hit> hits =
        answers.stream()
            .flatMap(answer -> answer(answer).stream())
            .sorted(
                Comparator.comparing((Hit hit) -> hit.at().partition())
                    .thenComparing(hit -> hit.at().offset()))
            .toList();
    return hits.subList(Math.max(0, hits.size() - MOST), hits.size());
  }

  private static Collection<Hit> answer(Future<Collection<Hit>> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("a topic cannot be read", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private Collection<Hit> share(
      KafkaConsumer<ByteBuffer, ByteBuffer> consumer, List<Stretch> share, Sieve sieve) {
    Deque<Hit> hits = new ArrayDeque<>();
    for (Stretch stretch : share) {
      TopicPartition partition = stretch.partition();
      consumer.assign(List.of(partition));
      consumer.seek(partition, stretch.from());
      int empty = 0;
      while (consumer.position(partition) < stretch.to()) {
        var polled = consumer.poll(POLL);
        empty = polled.isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY_POLLS) {
          throw new TimeoutException(partition + " gives nothing");
        }
        read.add(polled.count());
        for (ConsumerRecord<ByteBuffer, ByteBuffer> record : polled.records(partition)) {
          if (record.offset() < stretch.to() && sieve.keeps(record.key(), record.value())) {
            keep(Hit.of(record), hits);
          }
        }
      }
    }
    return hits;
  }

  private static void keep(Hit hit, Deque<Hit> hits) {
    hits.add(hit);
    if (hits.size() > MOST) {
      hits.remove();
    }
  }

  /** So many records have been looked at. */
  long read() {
    return read.sum();
  }

  /** So many records were asked for; markers of transactions are among them. */
  long wanted() {
    return wanted.sum();
  }

  /** Whoever was broken off still has readers, and a consumer is for one thread. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean broken = Thread.interrupted();
    try {
      if (!threads.awaitTermination(MOST_FOR_CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException("the readers of a search do not end");
      }
      consumers.forEach(KafkaConsumer::close);
    } catch (InterruptedException again) {
      broken = true;
    }
    if (broken) {
      Thread.currentThread().interrupt();
    }
  }
}
