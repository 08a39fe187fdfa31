package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.DeskEntry;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Incident;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records into the picture. For one thread. */
final class Taking {
  private final SharedPicture picture;
  private final Records records;

  Taking(SharedPicture picture, Records records) {
    this.picture = picture;
    this.records = records;
  }

  /**
   * Takes one; what cannot be read is left out.
   *
   * @throws RuntimeException where it could not be read and that is not its own fault; it can be
   *     taken again
   */
  void take(ConsumerRecord<String, byte[]> record) {
    Origin at = new Origin(Watched.named(record.topic()), record.partition(), record.offset());
    Stored stored = new Stored(at, Instant.ofEpochMilli(record.timestamp()), record.value());
    switch (at.topic()) {
      case ALERTS ->
          records
              .read(Alert.class, at, record.value())
              .ifPresent(alert -> picture.change(now -> now.take(alert, stored)));
      case INCIDENTS ->
          records
              .read(Incident.class, at, record.value())
              .ifPresent(incident -> picture.change(now -> now.take(incident, stored)));
      case ARTICLES ->
          records
              .read(EnrichedArticle.class, at, record.value())
              .ifPresent(article -> picture.change(now -> now.take(article, stored)));
      case DESK -> takeEntry(record, stored);
    }
  }

  private void takeEntry(ConsumerRecord<String, byte[]> record, Stored stored) {
    String key = record.key();
    if (key == null) {
      records.refuse(stored.at(), "it has no key");
    } else if (record.value() == null) {
      picture.change(now -> now.gone(key, stored.at()));
    } else {
      records
          .read(DeskEntry.class, stored.at(), record.value())
          .ifPresent(entry -> take(key, entry, stored));
    }
  }

  private void take(String key, DeskEntry entry, Stored stored) {
    if (entry.getId().equals(key)) {
      picture.change(now -> now.take(entry, stored));
    } else {
      records.refuse(stored.at(), "its key is not the id of the entry in it");
    }
  }
}
