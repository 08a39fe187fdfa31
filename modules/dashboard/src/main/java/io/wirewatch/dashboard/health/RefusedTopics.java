package io.wirewatch.dashboard.health;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The newest of what was refused: of each of the two topics at most {@value #MOST} records, in
 * short. For one thread, but {@link #newest} and {@link #counts}.
 */
final class RefusedTopics implements AutoCloseable {
  /* However much is refused at once, a look takes half a second at most and begins at most so many offsets before the
   * end: what lies before is counted by its offsets only. Of each partition it is known from where on all is held. */
  static final int MOST = 1_000;

  /** The only topics that are looked at. */
  static final Set<String> NAMES =
      Set.of(Topics.REJECTED_ARTICLES.name(), Topics.DEAD_LETTER.name());

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Refused.Why EARLIER =
      new Refused.Why("earlier", "older than what is looked at, so not counted by reason");

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final RefusedReading reading;
  private final Map<String, Deque<Refused>> held = new HashMap<>();
  private final Map<TopicPartition, Long> heldFrom = new HashMap<>();
  private volatile List<Refused> newest = List.of();
  private volatile List<Count> counts = List.of();

  /** How much was refused on one topic for one reason. */
  record Count(String topic, Refused.Why why, long count) {}

  RefusedTopics(Settings settings, RefusedReading reading) {
    this.consumer = RefusedRecords.consumer(settings, "refused", new ByteArrayDeserializer());
    this.reading = reading;
  }

  /**
   * Reads what has come.
   *
   * @throws KafkaException where the cluster or the registry does not answer; the next look goes on
   *     from there
   */
  void look(Survey survey) {
    assign(survey);
    try {
      long last = System.nanoTime() + LOOK.toNanos();
      while (!isAtEnd(survey) && System.nanoTime() < last) {
        take(consumer.poll(POLL));
      }
    } finally {
      sum(survey);
    }
  }

  private void assign(Survey survey) {
    List<TopicPartition> there =
        survey.ends().keySet().stream().filter(p -> NAMES.contains(p.topic())).toList();
    if (!consumer.assignment().equals(Set.copyOf(there))) {
      consumer.assign(there);
      heldFrom.keySet().retainAll(there);
    }
    for (TopicPartition partition : there) {
      long end = survey.ends().getOrDefault(partition, 0L);
      Long from = heldFrom.get(partition);
      // A topic that was made anew ends before where the old one was read.
      boolean isNew = from == null || consumer.position(partition) > end;
      if (isNew || end - consumer.position(partition) > MOST) {
        long begin = survey.begins().getOrDefault(partition, 0L);
        beginAt(partition, Math.max(begin, end - MOST));
      }
    }
  }

  private void beginAt(TopicPartition partition, long offset) {
    consumer.seek(partition, offset);
    heldFrom.put(partition, offset);
    of(partition.topic()).removeIf(one -> one.place().partition() == partition.partition());
  }

  private boolean isAtEnd(Survey survey) {
    return consumer.assignment().stream()
        .allMatch(p -> consumer.position(p) >= survey.ends().getOrDefault(p, 0L));
  }

  private void take(ConsumerRecords<byte[], byte[]> batch) {
    Map<TopicPartition, Long> next = new HashMap<>();
    batch.partitions().forEach(p -> next.put(p, batch.records(p).get(0).offset()));
    try {
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        keep(reading.of(record));
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
    } catch (RuntimeException unreadableNow) {
      next.forEach(consumer::seek);
      throw unreadableNow;
    }
  }

  private void keep(Refused refused) {
    Deque<Refused> all = of(refused.place().topic());
    all.addLast(refused);
    if (all.size() > MOST) {
      Refused.Place gone = all.removeFirst().place();
      heldFrom.put(new TopicPartition(gone.topic(), gone.partition()), gone.offset() + 1);
    }
  }

  private Deque<Refused> of(String topic) {
    return held.computeIfAbsent(topic, name -> new ArrayDeque<>());
  }

  private void sum(Survey survey) {
    for (Deque<Refused> all : held.values()) {
      all.removeIf(one -> one.place().offset() < begin(survey, one.place()));
    }
    newest =
        held.values().stream()
            .flatMap(Deque::stream)
            .sorted(
                Comparator.comparing(Refused::at)
                    .thenComparing(refused -> refused.place().offset())
                    .reversed())
            .toList();
    counts = Stream.concat(heldCounts(), earlierCounts(survey)).toList();
  }

  private static long begin(Survey survey, Refused.Place place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    // A topic that is gone holds nothing.
    return survey.begins().getOrDefault(partition, Long.MAX_VALUE);
  }

  private Stream<Count> heldCounts() {
    return new TreeMap<>(held)
        .entrySet().stream()
            .flatMap(
                topic -> {
                  Map<Refused.Why, Long> sums = new HashMap<>();
                  topic.getValue().forEach(one -> sums.merge(one.why(), 1L, Long::sum));
                  return sums.entrySet().stream()
                      .map(sum -> new Count(topic.getKey(), sum.getKey(), sum.getValue()))
                      .sorted(
                          Comparator.comparing(Count::count)
                              .reversed()
                              .thenComparing(sum -> sum.why().step())
                              .thenComparing(sum -> sum.why().reason()));
                });
  }

  private Stream<Count> earlierCounts(Survey survey) {
    Map<String, Long> sums = new TreeMap<>();
    heldFrom.forEach(
        (partition, from) ->
            sums.merge(
                partition.topic(),
                Math.max(0, from - survey.begins().getOrDefault(partition, from)),
                Long::sum));
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() > 0)
        .map(sum -> new Count(sum.getKey(), EARLIER, sum.getValue()));
  }

  /** What is held of both topics, newest first. */
  List<Refused> newest() {
    return newest;
  }

  /**
   * How much is on each topic, by step and reason, the most frequent first. What is older than what
   * is held is one count by topic, in offsets: markers of transactions are among them.
   */
  List<Count> counts() {
    return counts;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
