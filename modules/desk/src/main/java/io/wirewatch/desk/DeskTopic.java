package io.wirewatch.desk;

import io.wirewatch.DeskEntry;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.TopicTable;
import io.wirewatch.contract.Topics;
import java.time.Instant;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Entries of {@code news.desk}, for who looks at them or writes one, and goes away. */
public final class DeskTopic {
  private DeskTopic() {}

  /**
   * All entries by their ids.
   *
   * @throws TimeoutException where the topic cannot be read within half a minute
   */
  public static SortedMap<String, DeskEntry> entries(Settings settings) {
    return TopicTable.read(settings, Topics.DESK, "wirewatch-desk");
  }

  /**
   * All silences by their ids, those that are over too.
   *
   * @throws TimeoutException where the topic cannot be read within half a minute
   */
  public static SortedMap<String, DeskEntry> silences(Settings settings) {
    SortedMap<String, DeskEntry> entries = entries(settings);
    entries.values().removeIf(entry -> entry.getSilence() == null);
    return entries;
  }

  /**
   * How many silences hold at that time, or will.
   *
   * @throws TimeoutException where the topic cannot be read within half a minute
   */
  public static long holding(Settings settings, Instant now) {
    return silences(settings).values().stream()
        .filter(entry -> !SilenceState.of(entry, now).isOver())
        .count();
  }

  /**
   * Writes an entry; it is there when this returns.
   *
   * @throws KafkaException where it could not be written
   */
  public static void write(Settings settings, DeskEntry entry) {
    send(settings, new ProducerRecord<>(Topics.DESK.name(), entry.getId(), entry));
  }

  /**
   * Takes an entry back; it is gone when this returns.
   *
   * @throws KafkaException where that could not be written
   */
  public static void remove(Settings settings, String id) {
    send(settings, new ProducerRecord<>(Topics.DESK.name(), id, null));
  }

  private static void send(Settings settings, ProducerRecord<String, DeskEntry> message) {
    try (KafkaProducer<String, DeskEntry> producer =
        new KafkaProducer<>(
            settings.asWriterConfig(Topics.DESK.maxRecordBytes()),
            new StringSerializer(),
            new RecordSerdes(settings).of(DeskEntry.class).serializer())) {
      var unused = producer.send(message).get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("an entry cannot be written", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }
}
