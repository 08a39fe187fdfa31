package io.wirewatch.why;

import io.wirewatch.contract.Settings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    Map<String, Object> config =
        new HashMap<>(
            settings
                .with(
                    Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        // What retention takes away meanwhile is not there to be found.
                        "auto.offset.reset", "earliest",
                        "max.poll.records", "100000",
                        // At the end of a partition the client asks for more before anybody wants
                        // it, and
                        // would not ask for another partition while the broker lets it wait.
                        "fetch.max.wait.ms", "5",
                        "receive.buffer.bytes", "1048576",
                        "max.partition.fetch.bytes", "8388608",
                        "fetch.max.bytes", "8388608"))
                .asClientConfig());
    config.remove("group.id");
    return config;
  }

  /**
   * What the sieve keeps, by partition and offset; at most {@value #MOST}.
   *
   * @throws TimeoutException where a partition gives nothing for 20 seconds
   */
  List<Hit> in(List<Stretch> stretches, Sieve sieve) {
    wanted.add(stretches.stream().mapToLong(Stretch::size).sum());
    List<List<Stretch>> shares = Stretch.shares(stretches, consumers.size(), LEAST_SHARE);
    List<Future<List<Hit>>> answers = new ArrayList<>();
    for (int number = 0; number < shares.size(); number++) {
      KafkaConsumer<ByteBuffer, ByteBuffer> consumer = consumers.get(number);
      List<Stretch> share = shares.get(number);
      answers.add(threads.submit(() -> share(consumer, share, sieve)));
    }
    return answers.stream()
        .flatMap(answer -> answer(answer).stream())
        .sorted(
            Comparator.comparing((Hit hit) -> hit.at().partition())
                .thenComparing(hit -> hit.at().offset()))
        .limit(MOST)
        .toList();
  }

  private static List<Hit> answer(Future<List<Hit>> answer) {
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

  private List<Hit> share(
      KafkaConsumer<ByteBuffer, ByteBuffer> consumer, List<Stretch> share, Sieve sieve) {
    List<Hit> hits = new ArrayList<>();
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
          if (record.offset() < stretch.to()
              && hits.size() < MOST
              && sieve.keeps(record.key(), record.value())) {
            hits.add(Hit.of(record));
          }
        }
      }
    }
    return hits;
  }

  /** So many records have been looked at. */
  long read() {
    return read.sum();
  }

  /** So many records were asked for; markers of transactions are among them. */
  long wanted() {
    return wanted.sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    consumers.forEach(KafkaConsumer::close);
  }
}
