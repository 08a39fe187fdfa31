package io.wirewatch.ingest.poll;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.ingest.article.Reading;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a source has published lately, so that each item, and each revision of it, is published
 * once. 64 bits of a hash stand for an id, 64 for its content. Bounded: the one seen longest ago is
 * forgotten first.
 */
final class Seen {
  private static final int LEAST = 200;
  private static final int MOST = 20_000;
  private static final int ITEM_BYTES = 2 * Long.BYTES;

  private final Map<Long, Long> contents = new LinkedHashMap<>();
  private int asked;

  /** What a state holds. */
  static Seen of(ByteBuffer bytes) {
    Seen seen = new Seen();
    ByteBuffer left = bytes.duplicate();
    while (left.remaining() >= ITEM_BYTES) {
      seen.contents.put(left.getLong(), left.getLong());
    }
    return seen;
  }

  /** Whether this is new, or has changed; it is seen from now on. */
  boolean isNews(Reading reading) {
    asked++;
    long id = hash(id(reading));
    long content = hash(content(reading));
    Long before = contents.remove(id);
    contents.put(id, content);
    return before == null || before != content;
  }

  /** The newest: twice as many as were asked for now, so that a feed may halve and grow again. */
  ByteBuffer bytes() {
    return bytes(Math.min(MOST, Math.max(LEAST, 2 * asked)));
  }

  /** All of them: of what a hub brings, the rest of the feed is not there to be asked for. */
  ByteBuffer grown() {
    return bytes(MOST);
  }

  private ByteBuffer bytes(int most) {
    Iterator<Long> oldest = contents.keySet().iterator();
    for (int over = contents.size() - most; over > 0; over--) {
      oldest.next();
      oldest.remove();
    }
    ByteBuffer bytes = ByteBuffer.allocate(contents.size() * ITEM_BYTES);
    contents.forEach((id, content) -> bytes.putLong(id).putLong(content));
    return bytes.flip();
  }

  /** 64 bits of a hash of a text. */
  static long hash(String text) {
    return Long.parseUnsignedLong(Fingerprint.of(text).substring(0, 16), 16);
  }

  private static String id(Reading reading) {
    return reading instanceof Reading.Read read
        ? read.article().getId()
        : "refused\n" + content(reading);
  }

  private static String content(Reading reading) {
    if (reading instanceof Reading.Read read) {
      RawArticle article = read.article();
      return String.join(
          "\n",
          article.getHeadline(),
          Objects.requireNonNullElse(article.getDateline(), ""),
          article.getBody());
    }
    Rejection rejection = ((Reading.Refused) reading).rejection();
    return rejection.getReason() + "\n" + rejection.getContent();
  }
}
