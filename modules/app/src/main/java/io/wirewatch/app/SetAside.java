package io.wirewatch.app;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record that a stage or the edge could not use, and what it takes to send it back.
 *
 * @param at where it lies
 * @param when it was set aside, by the broker's clock
 * @param key of the record as it came
 * @param why it was set aside
 * @param headers that go back with it; none of those that say why it was set aside
 * @param back null where it cannot be sent back
 */
record SetAside(
    Position at, Instant when, @Nullable Bytes key, Why why, Headers headers, @Nullable Back back) {

  /** Where a record lies; the topic's own id tells a topic from another that had its name. */
  record Position(String topic, Uuid topicId, int partition, long offset) {

    /** The key under which it is remembered as sent back. */
    String key() {
      return topic + "/" + topicId + "/" + partition + "/" + offset;
    }

    /** What {@code --id} takes. */
    @Override
    public String toString() {
      return partition + "/" + offset;
    }
  }

  /** Which step set it aside, and for what reason. */
  record Why(String step, String reason) {}

  /**
   * What goes back.
   *
   * @param topic that it goes to, and had come from
   * @param bytes as they came; null where the record was none, or is to be written anew
   * @param record what today's code reads of it; null where it reads nothing
   * @param unreadable why today's code cannot read it; null where it can
   */
  record Back(
      Topic<?> topic, @Nullable Bytes bytes, @Nullable Object record, @Nullable String unreadable) {

    @Nullable RawArticle article() {
      if (record instanceof EnrichedArticle enriched) {
        return enriched.getArticle();
      }
      return record instanceof RawArticle raw ? raw : null;
    }
  }

  /** The key as text: the article's id. */
  @Nullable String id() {
    return key == null ? null : new String(key.get(), StandardCharsets.UTF_8);
  }

  /** Who published the article; empty where that cannot be read. */
  String source() {
    RawArticle article = back == null ? null : back.article();
    return article == null ? "" : article.getSource();
  }

  /** How often it had been sent back to the same topic when it was set aside. */
  int redrives() {
    return back == null ? 0 : RedriveHeaders.count(headers, back.topic().name());
  }
}
