package io.wirewatch.contract;

import io.wirewatch.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an article's content can be used at all. Producers ask before they publish, enrichment
 * asks again, since anybody may write to the topic.
 */
public final class ArticleCheck {

  private static final Duration MOST_AHEAD = Duration.ofDays(1);
  // A record's times are milliseconds in 64 bits, which do not reach back to all that can be
  // written.
  private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
  private static final int MOST_UNREADABLE_PERCENT = 10;
  private static final int SHORT = 10;

  private ArticleCheck() {}

  /** What is wrong with the article, as a person would say it; empty where it can be used. */
  public static Optional<String> fault(RawArticle article) {
    if (article.getHeadline().isBlank() && article.getBody().isBlank()) {
      return Optional.of("empty: neither headline nor body");
    }
    Optional<String> tooLong = ArticleLimits.fault(article);
    if (tooLong.isPresent()) {
      return tooLong;
    }
    if (!isText(article.getHeadline()) || !isText(article.getBody())) {
      return Optional.of("not text");
    }
    return dateFault(article.getPublishedAt(), article.getObservedAt());
  }

  /**
   * Whether people could read it: no NUL, and at most one character in ten, or one in a shorter
   * text, that is a control, unassigned, half of a pair, or the mark of a broken encoding.
   */
  public static boolean isText(CharSequence text) {
    long unreadable = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.charAt(at);
      if (c >= ' ' && c <= '~') {
        // Most are; asking for the type of each took as long as all other checks.
        at++;
        continue;
      }
      c = Character.codePointAt(text, at);
      if (c == 0) {
        return false;
      }
      unreadable += isUnreadable(c) ? 1 : 0;
      at += Character.charCount(c);
    }
    return unreadable * 100 <= Math.max(text.length(), SHORT) * (long) MOST_UNREADABLE_PERCENT;
  }

  private static boolean isUnreadable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
      case Character.UNASSIGNED, Character.SURROGATE -> true;
      default -> c == '\uFFFD';
    };
  }

  private static Optional<String> dateFault(@Nullable Instant published, Instant observed) {
    if (published == null) {
      return Optional.empty();
    }
    if (published.isBefore(EARLIEST)) {
      return Optional.of("published before there were newspapers: " + published);
    }
    return published.isAfter(observed.plus(MOST_AHEAD))
        ? Optional.of("published in the future: " + published)
        : Optional.empty();
  }
}
