package io.wirewatch.replay.history;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.stage.Unreadable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A range of a topic: committed records only, all partitions at once, of no consumer group. */
public final class TopicHistory implements History {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int RECORDS_A_CHUNK = 128;
  private static final int MOST_EMPTY_POLLS = 120;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<SpecificRecord> values;
  private final TopicRange range;
  private final Set<TopicPartition> open = new HashSet<>();
  private final Deque<Chunk> ready = new ArrayDeque<>();
  private final List<String> remarks = new ArrayList<>();
  private int emptyPolls;

  /** Reads that range, whatever comes behind it meanwhile. */
  public TopicHistory(Settings settings, TopicRange range) {
    this.range = range;
    this.values = new RecordSerdes(settings).of(SpecificRecord.class).deserializer();
    this.consumer = TopicRange.consumer(settings);
    range
        .missing()
        .forEach(
            partition ->
                remarks.add(
                    "partition %d of %s has no leader: nothing of it was read"
                        .formatted(partition, range.topic())));
    range.parts().forEach(this::open);
  }

  private void open(int number, TopicRange.Part part) {
    if (part.size() > 0) {
      open.add(new TopicPartition(range.topic(), number));
    }
    consumer.assign(open);
    open.forEach(partition -> consumer.seek(partition, part(partition).from()));
  }

  private final class Polled implements Chunk {
    private final TopicPartition partition;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final long nextOffset;

    Polled(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
      this.partition = partition;
      this.records = records;
      this.nextOffset = records.get(records.size() - 1).offset() + 1;
    }

    @Override
    public int partition() {
      return partition.partition();
    }

    @Override
    public int count() {
      return records.size();
    }

    @Override
    public long nextOffset() {
      return nextOffset;
    }

    @Override
    public List<Past> read() {
      List<Past> read = new ArrayList<>(records.size());
      for (ConsumerRecord<byte[], byte[]> record : records) {
        read.add(past(record));
      }
      return read;
    }
  }

  private Past past(ConsumerRecord<byte[], byte[]> record) {
    SpecificRecord value = null;
    String fault = null;
    try {
      value = values.deserialize(record.topic(), record.value());
    } catch (RuntimeException unreadable) {
      // As in the stages: a registry that does not answer is no fault of the record.
      if (Unreadable.isPassing(unreadable) || !(unreadable instanceof SerializationException)) {
        throw unreadable;
      }
      fault = Objects.requireNonNullElse(unreadable.getMessage(), "not readable");
    }
    return new Past(
        record.partition(),
        record.offset(),
        record.timestamp(),
        key(record),
        value,
        fault,
        fault == null ? null : ByteBuffer.wrap(record.value()));
  }

  private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
    try (StringDeserializer keys = new StringDeserializer()) {
      return keys.deserialize(record.topic(), record.key());
    }
  }

  @Override
  public @Nullable Chunk next() {
    while (ready.isEmpty() && !open.isEmpty()) {
      poll();
    }
    return ready.poll();
  }

  private void poll() {
    try {
      var polled = consumer.poll(POLL);
      emptyPolls = polled.isEmpty() ? emptyPolls + 1 : 0;
      for (TopicPartition partition : new TreeMap<>(byNumber(polled.partitions())).values()) {
        split(partition, polled.records(partition));
      }
      closeWhatIsRead();
    } catch (OffsetOutOfRangeException deleted) {
      deleted.offsetOutOfRangePartitions().forEach(this::skip);
    }
    if (emptyPolls > MOST_EMPTY_POLLS) {
      giveUp();
    }
  }

  private void split(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    long to = part(partition).to();
    int end = records.size();
    while (end > 0 && records.get(end - 1).offset() >= to) {
      end--;
    }
    for (int at = 0; at < end; at += RECORDS_A_CHUNK) {
      ready.add(new Polled(partition, records.subList(at, Math.min(end, at + RECORDS_A_CHUNK))));
    }
  }

  private void closeWhatIsRead() {
    if (open.removeIf(partition -> consumer.position(partition) >= part(partition).to())) {
      consumer.assign(open);
    }
  }

  /** Retention has deleted what was to be read next. */
  private void skip(TopicPartition partition, long offset) {
    long oldest = consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, offset);
    remarks.add(
        "retention deleted offsets %d to %d of partition %d of %s before they were read"
            .formatted(offset, oldest - 1, partition.partition(), range.topic()));
    consumer.seek(partition, oldest);
  }

  private void giveUp() {
    open.stream()
        .map(
            partition ->
                "partition %d of %s gave nothing for a minute: offsets %d to %d were not read"
                    .formatted(
                        partition.partition(),
                        range.topic(),
                        consumer.position(partition),
                        part(partition).to() - 1))
        .sorted()
        .forEach(remarks::add);
    open.clear();
  }

  @Override
  public long expected() {
    return range.size();
  }

  @Override
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private TopicRange.Part part(TopicPartition partition) {
    return Optional.ofNullable(range.parts().get(partition.partition()))
        .orElseThrow(() -> new IllegalStateException("no such partition: " + partition));
  }

  private static Map<Integer, TopicPartition> byNumber(Set<TopicPartition> partitions) {
    Map<Integer, TopicPartition> numbered = new TreeMap<>();
    partitions.forEach(partition -> numbered.put(partition.partition(), partition));
    return numbered;
  }
}
