package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.language.Folding;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which articles a page looks for.
 *
 * @param text folded; in headline or body
 * @param region a code
 * @param alerted whether alerts on it stand
 * @param before it is older than that
 * @param limit of how many are listed
 */
record ArticleQuery(
    Optional<String> text,
    Optional<String> region,
    Optional<String> language,
    Optional<String> source,
    Optional<Boolean> alerted,
    Optional<Instant> before,
    int limit) {
  private static final int LONGEST_TEXT = 200;
  private static final int MOST = 500;
  private static final String USUAL = "100";

  /**
   * What a request asks for.
   *
   * @throws BadRequestException where it makes no sense
   */
  static ArticleQuery of(Request request) {
    return new ArticleQuery(
        request.asked("text").map(ArticleQuery::folded).filter(text -> !text.isEmpty()),
        request.asked("region"),
        request.asked("language"),
        request.asked("source"),
        request.asked("alerted").map(ArticleQuery::yes),
        request.asked("before").map(ArticleQuery::time),
        limit(request.asked("limit").orElse(USUAL)));
  }

  /** Whether it asks for such an article, alerts aside; the costliest question last. */
  boolean fits(HeldArticle article) {
    HeldArticle.Line line = article.line();
    return region.stream().allMatch(line.regions()::contains)
        && language.stream().allMatch(line.language()::equals)
        && source.stream().allMatch(line.source()::equals)
        && before.stream().allMatch(line.eventTime()::isBefore)
        && text.stream().allMatch(article::says);
  }

  private static String folded(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new BadRequestException("text takes at most %d characters".formatted(LONGEST_TEXT));
    }
    return Folding.fold(text);
  }

  private static boolean yes(String word) {
    return switch (word) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new BadRequestException("alerted takes yes or no");
    };
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException none) {
      throw new BadRequestException("before takes a time such as 2026-01-01T08:00:00Z", none);
    }
  }

  private static int limit(String figures) {
    try {
      int limit = Integer.parseInt(figures);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException none) {
      throw new BadRequestException("limit takes a number from 1 to " + MOST, none);
    }
    throw new BadRequestException("limit takes a number from 1 to " + MOST);
  }
}
