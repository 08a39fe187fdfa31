package io.wirewatch.journey.faults;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What records of topics are as items. */
final class Items {
  private static final Pattern EDITION = Pattern.compile("edition \\d+ ends");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

  private Items() {}

  /** A record's item; its value is null where its bytes are not to be read. */
  static Item of(ConsumerRecord<String, byte[]> record, SpecificRecord value) {
    if (value instanceof RawArticle article) {
      return new Item(record.key(), 0, edition(article));
    } else if (value instanceof EnrichedArticle enriched) {
      return KnownArticle.enriched(
          record.key(), enriched.getRevision(), edition(enriched.getArticle()));
    } else if (value instanceof Alert alert) {
      return KnownArticle.alert(
          record.key(), alert.getRevision(), alert.getRule(), alert.getStatus() == AlertStatus.NEW);
    } else if (value instanceof Rejection rejection) {
      return rejection.getArticle() == null
          ? new Item(idIn(String.valueOf(rejection.getContent())), 1, "refused")
          : new Item(record.key(), 1, "unusable");
    }
    return new Item(record.key(), 1, "unreadable");
  }

  private static String edition(RawArticle article) {
    return first(EDITION, 0, article.getBody());
  }

  private static String idIn(String content) {
    return first(ID, 1, content);
  }

  private static String first(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(group) : text;
  }
}
