package io.wirewatch.contract;

import io.wirewatch.RawArticle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * How long the texts of an article may be. Records grow from step to step (an incident holds the
 * source three times), so what all of them are made of is bounded where it comes in.
 */
public final class ArticleLimits {

  /** The largest body, in bytes of UTF-8. */
  public static final int MOST_BODY_BYTES = 1024 * 1024;

  private static final int MOST_CHARS = 1_000;
  private static final int MOST_LONG_CHARS = 10_000;
  private static final Map<String, Integer> OTHERS =
      Map.of(
          "id", ArticleId.MOST_CHARS,
          "url", MOST_LONG_CHARS,
          "headline", MOST_LONG_CHARS,
          "feed", MOST_LONG_CHARS,
          "body", MOST_BODY_BYTES);
  private static final List<Limit> LIMITS =
      RawArticle.getClassSchema().getFields().stream()
          .map(field -> new Limit(field, OTHERS.getOrDefault(field.name(), MOST_CHARS)))
          .toList();

  private record Limit(Schema.Field field, int mostChars) {
    boolean isBrokenBy(RawArticle article) {
      return article.get(field.pos()) instanceof String text && text.length() > mostChars;
    }

    void enforce(RawArticle article) {
      if (article.get(field.pos()) instanceof String text && text.length() > mostChars) {
        // Half of a pair at its end becomes a question mark once it is written.
        article.put(field.pos(), text.substring(0, mostChars));
      }
    }

    @Override
    public String toString() {
      return "the " + field.name() + " is longer than " + mostChars + " characters";
    }
  }

  private ArticleLimits() {}

  /** Which text is too long, as a person would say it; empty where none is. */
  public static Optional<String> fault(RawArticle article) {
    if (utf8Bytes(article.getBody()) > MOST_BODY_BYTES) {
      return Optional.of("the body is over 1 MiB");
    }
    return LIMITS.stream()
        .filter(limit -> limit.isBrokenBy(article))
        .findFirst()
        .map(Limit::toString);
  }

  /** A copy of which every text that is too long has its beginning alone. */
  public static RawArticle cut(RawArticle article) {
    RawArticle shorter = RawArticle.newBuilder(article).build();
    LIMITS.forEach(limit -> limit.enforce(shorter));
    return shorter;
  }

  /** How large its texts are together, in bytes of UTF-8. */
  public static long bytes(RawArticle article) {
    return LIMITS.stream()
        .map(limit -> article.get(limit.field().pos()))
        .mapToLong(value -> value instanceof String text ? utf8Bytes(text) : 0)
        .sum();
  }

  private static long utf8Bytes(String text) {
    long bytes = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      // Each half of a pair counts two of the pair's four.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
