package io.wirewatch.replay.history;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.stage.Unreadable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A range of a topic: committed records only, all partitions at once, of no consumer group. */
public final class TopicHistory implements History {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int RECORDS_A_CHUNK = 128;
  // An election, or a broker's restart, takes less.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<SpecificRecord> values;
  private final TopicRange range;
  private final Duration patience;
  // Where each goes on.
  private final Map<TopicPartition, Long> open = new LinkedHashMap<>();
  private final Deque<Chunk> ready = new ArrayDeque<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private @Nullable Pause pause;
  private int emptyPolls;

  /** Reads that range, whatever comes behind it meanwhile. */
  public TopicHistory(Settings settings, TopicRange range) {
    this(settings, range, PATIENCE);
  }

  /**
   * The same with another patience.
   *
   * @param patience how long all that is left may give nothing
   */
  TopicHistory(Settings settings, TopicRange range, Duration patience) {
    this.range = range;
    this.patience = patience;
    this.values = new RecordSerdes(settings).of(SpecificRecord.class).deserializer();
    this.consumer = TopicRange.consumer(settings);
    range
        .missing()
        .forEach(
            partition ->
                unread.add(
                    "partition %d of %s has no leader: nothing of it was read; start a broker that holds it"
                        .formatted(partition, range.topic())));
    range.parts().forEach(this::open);
    consumer.assign(open.keySet());
    open.forEach(consumer::seek);
  }

  private void open(int number, TopicRange.Part part) {
    if (part.size() > 0) {
      open.put(new TopicPartition(range.topic(), number), part.from());
      pause = new Pause(number, part.from());
    }
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
      value = values.deserialize(record.topic(), record.headers(), record.value());
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
    if (ready.isEmpty() && !open.isEmpty()) {
      poll();
    }
    Chunk next = ready.poll();
    if (next == null) {
      return open.isEmpty() ? null : pause;
    }
    pause = new Pause(next.partition(), next.nextOffset());
    if (next instanceof Gap gap) {
      // Not before: a replay that stops here meets it again when it goes on.
      remarks.add(gap.remark(range.topic()));
    }
    return next;
  }

  private void poll() {
    emptyPolls++;
    try {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      for (TopicPartition partition : byNumber(polled.partitions())) {
        split(partition, polled.records(partition));
      }
      polled.nextOffsets().forEach((partition, next) -> goOn(partition, next.offset()));
    } catch (OffsetOutOfRangeException gone) {
      gone.offsetOutOfRangePartitions().forEach(this::skip);
    }
    if (POLL.multipliedBy(emptyPolls).compareTo(patience) >= 0) {
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

  private void goOn(TopicPartition partition, long offset) {
    emptyPolls = 0;
    if (offset < part(partition).to()) {
      open.put(partition, offset);
    } else {
      close(partition);
    }
  }

  private void close(TopicPartition partition) {
    open.remove(partition);
    consumer.assign(open.keySet());
  }

  /** What was to be read next is not there. */
  private void skip(TopicPartition partition, long offset) {
    long oldest;
    try {
      oldest = TopicRange.oldest(consumer, partition, patience);
    } catch (TimeoutException leaderless) {
      giveUp(partition, offset);
      close(partition);
      return;
    }
    if (oldest > offset) {
      consumer.seek(partition, oldest);
      ready.add(new Gap(partition.partition(), offset, Math.min(oldest, part(partition).to())));
      goOn(partition, oldest);
    } else {
      // To go on at the oldest would be to read it twice.
      unread.add(
          "partition %d of %s is not the one that was begun: brokers lost a part of it, or it was made anew; offsets %d to %d were not read; begin anew"
              .formatted(partition.partition(), range.topic(), offset, part(partition).to() - 1));
      close(partition);
    }
  }

  private void giveUp() {
    open.forEach(this::giveUp);
    open.clear();
  }

  private void giveUp(TopicPartition partition, long offset) {
    unread.add(
        "partition %d of %s gave nothing for %d seconds: offsets %d to %d were not read; start a broker that holds it"
            .formatted(
                partition.partition(),
                range.topic(),
                patience.toSeconds(),
                offset,
                part(partition).to() - 1));
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
  public List<String> unread() {
    return List.copyOf(unread);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private TopicRange.Part part(TopicPartition partition) {
    return Optional.ofNullable(range.parts().get(partition.partition()))
        .orElseThrow(() -> new IllegalStateException("no such partition: " + partition));
  }

  private static List<TopicPartition> byNumber(Set<TopicPartition> partitions) {
    return partitions.stream().sorted(Comparator.comparingInt(TopicPartition::partition)).toList();
  }
}
