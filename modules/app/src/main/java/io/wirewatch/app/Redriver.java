package io.wirewatch.app;

import io.wirewatch.Redriven;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records back: each batch, and the memory that it was sent, in one transaction. One redrive
 * of a cluster at a time goes on; the one that began later wins.
 */
final class Redriver implements RedriveRun.Sending, AutoCloseable {
  static final String TRANSACTIONS = "wirewatch-redrive";

  private final RecordSerdes serdes;
  private final Clock clock;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Fences off another redrive that is under way; only after that is the memory read. */
  Redriver(Settings settings, RecordSerdes serdes, Clock clock) {
    this.serdes = serdes;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            settings.asTransactionalConfig(TRANSACTIONS, Topics.DEAD_LETTER.maxRecordBytes()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /**
   * {@inheritDoc}
   *
   * @throws Refusal where another redrive has begun since
   */
  @Override
  public void send(List<SetAside> batch) {
    producer.beginTransaction();
    try {
      for (SetAside aside : batch) {
        SetAside.Back back = Objects.requireNonNull(aside.back());
        String to = back.topic().name();
        send(
            new ProducerRecord<>(
                to,
                null,
                aside.key() == null ? null : aside.key().get(),
                value(back),
                RedriveHeaders.back(aside, to)));
        send(memory(aside, to));
      }
      producer.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException fenced) {
      throw new Refusal(
          "another redrive began on this cluster: what this one sent stays sent, start it again for the rest",
          fenced);
    } catch (KafkaException failed) {
      abort(failed);
      throw failed;
    }
  }

  @Override
  public String line(SetAside aside) {
    return RedriveJson.sent(aside);
  }

  @Override
  public boolean isDry() {
    return false;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException broken) {
      // It says less than what it comes from.
      cause.addSuppressed(broken);
    }
  }

  private ProducerRecord<byte[], byte[]> memory(SetAside aside, String to) {
    SetAside.Position at = aside.at();
    Redriven redriven =
        new Redriven(
            at.topic(), at.partition(), at.offset(), to, aside.redrives() + 1, clock.instant());
    String topic = Topics.REDRIVEN.name();
    return new ProducerRecord<>(
        topic,
        at.key().getBytes(StandardCharsets.UTF_8),
        serdes.of(Redriven.class).serializer().serialize(topic, redriven));
  }

  private byte @Nullable [] value(SetAside.Back back) {
    Object record = back.record();
    if (back.bytes() != null) {
      return back.bytes().get();
    }
    return record == null
        ? null
        : serdes.of(Object.class).serializer().serialize(back.topic().name(), record);
  }

  private void send(ProducerRecord<byte[], byte[]> message) {
    // A failure comes back at the commit.
    var unused = producer.send(message);
  }
}
